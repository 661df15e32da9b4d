using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Feel;
using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Cli.Packs;

/// <summary>Reads a pack with everything the installed modules know, and prints what is wrong.</summary>
internal static class PackCheck
{
    /// <summary>Prints each problem as <c>file:line: message</c> and ends with the counts.</summary>
    /// <returns>What was read; null when there is no such folder.</returns>
    public static PackLoadResult? Run(string folder, bool production, InvocationConfiguration console)
    {
        if (!Directory.Exists(folder))
        {
            console.Error.WriteLine($"There is no folder {folder}; give the folder that holds pack.yaml.");
            return null;
        }

        return Print(Load(folder, production), folder, console.Output);
    }

    /// <summary>Prints what was found in a pack, wherever it was read from.</summary>
    public static PackLoadResult Print(PackLoadResult result, string folder, TextWriter output)
    {
        Print(result.Problems, folder, "", output);
        Print(result.Warnings, folder, "warning: ", output);
        output.WriteLine(Counts(result));
        return result;
    }

    /// <summary>Reads a pack with what the modules of this build add to packs.</summary>
    public static PackLoadResult Load(string folder, bool production) => Load(folder, production, []);

    /// <inheritdoc cref="Load(string, bool)"/>
    /// <param name="outside">Modules from outside that add to packs too.</param>
    public static PackLoadResult Load(string folder, bool production, IEnumerable<PlatformModule> outside) => new PackLoader(Schema(outside), production).Load(folder);

    /// <inheritdoc cref="Load(string, bool)"/>
    public static PackLoadResult Load(IPackFiles files, bool production) => new PackLoader(Schema([]), production).Load(files);

    /// <summary>The types of the facts that expressions of this build may read.</summary>
    public static IReadOnlyDictionary<string, FeelType> Facts => Schema([]).Facts.ToDictionary(f => f.Key, f => f.Value.Type);

    private static PackSchema Schema(IEnumerable<PlatformModule> outside) =>
        new ServiceCollection().AddModules(new ConfigurationBuilder().Build(), [.. Platform.Host.Modules.With(outside)]).Schema;

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
        var findings = $"{Count(result.Problems, "problem")}, {Count(result.Warnings, "warning")}";
        return result.Pack is { } pack
            ? $"{Count(pack.Services.All, "service")}, {Count(pack.Organizations, "organization")}, {Count(pack.Areas.All, "area")}, {findings}"
            : findings;
    }

    private static string Count<T>(IReadOnlyCollection<T> things, string one) => string.Create(CultureInfo.InvariantCulture, $"{things.Count} {one}{(things.Count == 1 ? "" : "s")}");
}
