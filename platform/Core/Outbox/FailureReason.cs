using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;

namespace Platform.Core.Outbox;

/// <summary>
/// Why a handler failed, in words that are safe to keep: types and codes. An exception's own text may quote an address or an answer, and what is kept
/// in clear holds nothing of a person.
/// </summary>
internal static class FailureReason
{
    /// <returns>As <c>HttpRequestException 503 &lt; SocketException ConnectionRefused</c>: the outermost first.</returns>
    public static string Of(Exception error) => string.Join(" < ", Causes(error).Select(Describe));

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }

    private static string Describe(Exception error) => error switch
    {
        HttpRequestException { StatusCode: { } status } => Coded(error, ((int)status).ToString(CultureInfo.InvariantCulture)),
        SocketException socket => Coded(error, socket.SocketErrorCode.ToString()),
        DbException { SqlState: { } state } => Coded(error, state),
        _ => error.GetType().Name,
    };

    private static string Coded(Exception error, string code) => $"{error.GetType().Name} {code}";
}
