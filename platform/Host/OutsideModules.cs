using Platform.Core.Modules;
using Platform.Core.Modules.External;
using Platform.Core.Releases;

namespace Platform.Host;

/// <summary>Modules that are no part of this build: those that the settings list, out of a release whose signature holds.</summary>
internal static class OutsideModules
{
    /// <param name="configuration">Keys <c>modules</c> (names with commas between them), <c>release</c>, <c>release-trust</c>, <c>release-country</c>, <c>release-time-trust</c>.</param>
    /// <exception cref="ModuleException">One that is listed is not there, or is none for this platform.</exception>
    /// <exception cref="ReleaseRefusedException">The release is not what was signed, or not by whom it must be.</exception>
    public static IReadOnlyList<PlatformModule> Load(IConfiguration configuration, TimeProvider clock)
    {
        var listed = (configuration["modules"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (listed.Length == 0)
        {
            return [];
        }

        if (configuration["release"] is not { } file || Trust(configuration, "release-trust") is not { } roots)
        {
            return ModuleLoader.Load(listed, []);
        }

        using var release = Release.Open(file, new(roots) { Country = Trust(configuration, "release-country"), Time = Trust(configuration, "release-time-trust") }, clock);
        return ModuleLoader.Load(listed, ReleaseModules.Of(release));
    }

    private static ReleaseTrust? Trust(IConfiguration configuration, string key)
    {
        try
        {
            return configuration[key] is { } file ? ReleaseTrust.Load(file) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"--{key}: the file of roots cannot be read ({error.Message}).", error);
        }
    }
}
