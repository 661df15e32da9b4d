using Microsoft.AspNetCore.Http;

namespace Platform.Modules.Identity.SignIn;

/// <summary>A try that was counted.</summary>
/// <param name="Key">What it was counted under.</param>
/// <param name="Wait">How long to wait instead of trying.</param>
internal sealed record Attempt(string Key, TimeSpan? Wait);

/// <summary>Stands before every check of a secret: password, code of the app, recovery code.</summary>
internal sealed class SignInGuard(Throttle throttle, NetworkLimit networks, KnownDevice devices)
{
    private static readonly TimeSpan NetworkWait = TimeSpan.FromMinutes(1);

    /// <param name="name">The name that was typed, or another word for what is guessed at.</param>
    /// <param name="person">Whose it is, if anybody's.</param>
    public Task<Attempt> BeginAsync(HttpContext context, string name, Guid? person) => BeginAsync(context, name, person, ClientNetwork.Of(context));

    /// <summary>
    /// Before a code is checked. Who comes here knows the password, and a code has six digits only: tries at unknown devices are counted together,
    /// from whatever network, or many networks would have many tries.
    /// </summary>
    public Task<Attempt> BeginCodeAsync(HttpContext context, Guid person) => BeginAsync(context, $"code {person:D}", person, "anywhere");

    private async Task<Attempt> BeginAsync(HttpContext context, string name, Guid? person, string stranger)
    {
        var network = ClientNetwork.Of(context);
        var device = person is { } known ? devices.IdFor(context, known) : null;
        var key = throttle.Key(name, device is null ? stranger : $"device {device}");
        // The owner at a known device passes by what strangers in the network have used up.
        if (!networks.Take(network) && device is null)
        {
            return new Attempt(key, NetworkWait);
        }

        return new Attempt(key, await throttle.TryAsync(key, context.RequestAborted));
    }

    /// <summary>The secret was right: counting begins anew, also where another secret is still to be asked for.</summary>
    public Task RightAsync(HttpContext context, Attempt attempt) => throttle.ForgetAsync(attempt.Key, context.RequestAborted);

    /// <summary>The last secret was right: the device is known from now on.</summary>
    public async Task SucceededAsync(HttpContext context, Attempt attempt, Guid person)
    {
        await RightAsync(context, attempt);
        devices.Remember(context, person);
    }
}
