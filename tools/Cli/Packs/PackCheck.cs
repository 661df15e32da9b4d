using System.CommandLine;
using System.Globalization;
using Platform.Core.Feel;
using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Cli.Packs;

/// <summary>Reads a pack with everything the installed modules know, and prints what is wrong.</summary>
internal static class PackCheck
{
    /// <summary>Prints each problem as <c>file:line: message</c> and ends with the counts.</summary>
    /// <returns>What was read; null when there is no such folder.</returns>
    public static PackLoadResult? Run(string folder, bool production, InvocationConfiguration console, IEnumerable<PlatformModule>? outside = null)
    {
        if (!Directory.Exists(folder))
        {
            console.Error.WriteLine($"There is no folder {folder}; give the folder that holds pack.yaml.");
            return null;
        }

        return Print(Load(folder, production, outside), folder, console.Output);
    }

    /// <summary>Prints what was found in a pack, wherever it was read from.</summary>
    public static PackLoadResult Print(PackLoadResult result, string folder, TextWriter output)
    {
        Print(result.Problems, folder, "", output);
        Print(result.Warnings, folder, "warning: ", output);
        output.WriteLine(Counts(result));
        return result;
    }

    /// <summary>Reads a pack with what modules add to packs: those of this build and, where some are given, of others.</summary>
    public static PackLoadResult Load(string folder, bool production, IEnumerable<PlatformModule>? outside = null) => Loader(production, outside).Load(folder);

    /// <inheritdoc cref="Load(string, bool, IEnumerable{PlatformModule})"/>
    public static PackLoadResult Load(IPackFiles files, bool production, IEnumerable<PlatformModule>? outside = null) => Loader(production, outside).Load(files);

    /// <summary>The types of the facts that expressions of this build may read.</summary>
    public static IReadOnlyDictionary<string, FeelType> Facts => BuiltModules.With([]).Schema.Facts.ToDictionary(f => f.Key, f => f.Value.Type);

    private static PackLoader Loader(bool production, IEnumerable<PlatformModule>? outside) => new(BuiltModules.With(outside ?? []).Schema, production);

    private static void Print(IEnumerable<PackProblem> problems, string folder, string kind, TextWriter output)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(folder))!;
        foreach (var problem in problems)
        {
            var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(beside, problem.Source.Layer, problem.File));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}:{problem.Line}: {kind}{problem.Message}"));
        }
    }

    // Of a pack with problems nothing is made that could be counted.
    private static string Counts(PackLoadResult result)
    {
        var findings = $"{Amount.Of(result.Problems.Count, "problem")}, {Amount.Of(result.Warnings.Count, "warning")}";
        return result.Pack is { } pack
            ? $"{Amount.Of(pack.Services.All.Count, "service")}, {Amount.Of(pack.Organizations.Count, "organization")}, {Amount.Of(pack.Areas.All.Count, "area")}, {findings}"
            : findings;
    }
}
