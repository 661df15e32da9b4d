using System.Globalization;
using Platform.Core.Modules;
using Platform.Core.Modules.External;
using Platform.Core.Releases;

namespace Platform.Host;

/// <summary>Modules that are no part of this build: those that the settings list, out of a release whose signature holds.</summary>
/// <param name="GoodUntil">When the first key expires by which the release is judged at each start; null: none does.</param>
public sealed record OutsideModules(IReadOnlyList<PlatformModule> Modules, DateTimeOffset? GoodUntil = null)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    /// <param name="configuration">Keys <c>modules</c> (names with commas between them), <c>release</c>, <c>release-trust</c>, <c>release-country</c>, <c>release-time-trust</c>, <c>release-accepted</c>.</param>
    /// <exception cref="ModuleException">One that is listed is not there, or is none for this platform.</exception>
    /// <exception cref="ReleaseRefusedException">The release is not what was signed, or not by whom it must be.</exception>
    /// <exception cref="StartException">A file of roots cannot be read, or Production was given no country's.</exception>
    /// <param name="production">Whether the country's own countersignature is demanded.</param>
    public static OutsideModules Load(IConfiguration configuration, bool production, TimeProvider clock)
    {
        var listed = (configuration["modules"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (listed.Length == 0)
        {
            return new([]);
        }

        if (configuration["release"] is not { } file || Trust(configuration, "release-trust") is not { } roots)
        {
            return new(ModuleLoader.Load(listed, []));
        }

        var country = Trust(configuration, "release-country");
        if (production && country is null)
        {
            throw new StartException("Production runs modules from outside only where its own country has countersigned them: name your country's roots with --release-country ROOTS.pem.");
        }

        var accepted = Read(configuration, "release-accepted", ReleaseAcceptance.Parse);
        var policy = new ReleasePolicy(roots) { Country = country, Time = Trust(configuration, "release-time-trust"), Accepted = accepted is null ? [] : [accepted] };
        using var release = Release.Open(file, policy, clock);
        accepted?.Demand(release);
        return new(ModuleLoader.Load(listed, ReleaseModules.Of(release)), accepted is null ? release.GoodUntil : null);
    }

    /// <summary>Says it loudly at each start, while there is time: one day the portal would not start.</summary>
    public void Warn(ILogger log, DateTimeOffset now)
    {
        if (GoodUntil is { } until && until - now < Ahead)
        {
            var day = until.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            log.LogWarning(
                "The release with the modules from outside is judged by keys that expire on {Day}; after that day this portal does not start. Record that it was accepted (egov release verify FILE --accept ACCEPTED) and name the record with --release-accepted, or have it countersigned anew.",
                day);
        }
    }

    private static ReleaseTrust? Trust(IConfiguration configuration, string key) => Read(configuration, key, ReleaseTrust.Parse);

    private static T? Read<T>(IConfiguration configuration, string key, Func<string, T> parse) where T : class
    {
        try
        {
            return configuration[key] is { } file ? parse(File.ReadAllText(file)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"--{key}: the file cannot be read ({error.Message}).", error);
        }
    }
}
