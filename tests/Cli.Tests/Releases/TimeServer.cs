using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Cli.Tests.Releases;

/// <summary>What stands before a time-stamping authority in the network: a server on this machine that answers as it is told to.</summary>
internal sealed class TimeServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private TimeServer(WebApplication server) => this.server = server;

    public Uri Address => new(server.Urls.First());

    /// <param name="answer">Gets the request's bytes; null: the server never answers.</param>
    public static async Task<TimeServer> StartAsync(Func<byte[], byte[]?> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context => AnswerAsync(context, answer));
        await server.StartAsync();
        return new(server);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Func<byte[], byte[]?> answer)
    {
        using var query = new MemoryStream();
        await context.Request.Body.CopyToAsync(query, context.RequestAborted);
        if (context.Request.ContentType != "application/timestamp-query")
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (answer(query.ToArray()) is { } bytes)
        {
            context.Response.ContentType = "application/timestamp-reply";
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
        else
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
