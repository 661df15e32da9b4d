using System.CommandLine;
using Platform.Core.Feel;
using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Cli.Packs;

/// <summary>Reads a pack with everything the installed modules know, and prints what is wrong.</summary>
internal static class PackCheck
{
    /// <summary>Prints each problem as <c>file:line: message</c>, what is wrong in many places once, and ends with the counts.</summary>
    /// <param name="each">Prints what is wrong in many places for each of them.</param>
    /// <returns>What was read; null when there is no such folder.</returns>
    public static PackLoadResult? Run(string folder, bool production, InvocationConfiguration console, IEnumerable<PlatformModule>? outside = null, bool each = false)
    {
        if (!Directory.Exists(folder))
        {
            console.Error.WriteLine($"There is no folder {folder}; give the folder that holds pack.yaml.");
            return null;
        }

        return Print(Load(folder, production, outside), new(folder, production, each, console.Output));
    }

    /// <summary>Prints what was found in a pack, wherever it was read from.</summary>
    public static PackLoadResult Print(PackLoadResult result, PackFindings findings)
    {
        findings.Print(result.Problems, "");
        findings.Print(result.Warnings, "warning: ");
        findings.Output.WriteLine(Counts(result));
        return result;
    }

    /// <summary>Reads a pack with what modules add to packs: those of this build and, where some are given, of others.</summary>
    public static PackLoadResult Load(string folder, bool production, IEnumerable<PlatformModule>? outside = null) => Loader(production, outside).Load(folder);

    /// <inheritdoc cref="Load(string, bool, IEnumerable{PlatformModule})"/>
    public static PackLoadResult Load(IPackFiles files, bool production, IEnumerable<PlatformModule>? outside = null) => Loader(production, outside).Load(files);

    /// <summary>The types of the facts that expressions of this build may read.</summary>
    public static IReadOnlyDictionary<string, FeelType> Facts => BuiltModules.With([]).Schema.Facts.ToDictionary(f => f.Key, f => f.Value.Type);

    private static PackLoader Loader(bool production, IEnumerable<PlatformModule>? outside) => new(BuiltModules.With(outside ?? []).Schema, production);

    // Of a pack with problems nothing is made that could be counted.
    private static string Counts(PackLoadResult result)
    {
        var findings = $"{Amount.Of(result.Problems.Count, "problem")}, {Amount.Of(result.Warnings.Count, "warning")}";
        return result.Pack is { } pack
            ? $"{Amount.Of(pack.Services.All.Count, "service")}, {Amount.Of(pack.Organizations.Count, "organization")}, {Amount.Of(pack.Areas.All.Count, "area")}, {findings}"
            : findings;
    }
}
