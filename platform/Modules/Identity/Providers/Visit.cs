using System.Security.Cryptography;
using System.Text;
using Platform.Core.Data;

namespace Platform.Modules.Identity.Providers;

/// <summary>What the browser's sealed cookie remembers of a visit to a provider.</summary>
/// <param name="Return">The page that the person was on the way to.</param>
/// <param name="Person">Whose account is to be connected; null: somebody signs in.</param>
/// <param name="BeganAt">In <see cref="Instant"/>'s microseconds.</param>
internal sealed record Visit(string Provider, string State, string Secret, string Language, string? Return, Guid? Person, long BeganAt)
{
    /// <summary>Names the visit without telling its state.</summary>
    public Guid Id => IdOf(State);

    public static Guid IdOf(string state) => new(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 16));
}
