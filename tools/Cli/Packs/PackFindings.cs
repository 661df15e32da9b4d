using System.Globalization;
using Platform.Core.Packs;

namespace Platform.Cli.Packs;

/// <summary>Prints what was found in a pack; what is wrong in many places once, with the first of them.</summary>
/// <param name="folder">Of the topmost layer.</param>
/// <param name="production">Whether it was read as for Production.</param>
/// <param name="each">Each place has its line, for whoever reads them with a program.</param>
internal sealed class PackFindings(string folder, bool production, bool each, TextWriter output)
{
    private const int Shown = 5;

    private readonly string beside = Path.GetDirectoryName(Path.GetFullPath(folder))!;

    public TextWriter Output => output;

    /// <param name="kind">Before each message.</param>
    public void Print(IEnumerable<PackProblem> problems, string kind)
    {
        var same = problems.ToLookup(p => p.Message.ToString());
        foreach (var problem in problems.Where(p => each || same[p.Message.ToString()].Count() <= Shown))
        {
            output.WriteLine($"{Place(problem)}: {kind}{problem.Message}");
        }

        foreach (var often in same.Where(s => !each && s.Count() > Shown))
        {
            PrintOften(often.Key, [.. often], kind);
        }
    }

    private void PrintOften(string message, List<PackProblem> places, string kind)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in {places.Count} places: {kind}{message}"));
        places.Take(Shown).ToList().ForEach(place => output.WriteLine($"  {Place(place)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {places.Count - Shown} more; each of them: egov check {folder}{(production ? " --production" : "")} --each"));
    }

    private string Place(PackProblem problem)
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(beside, problem.Source.Layer, problem.File));
        return string.Create(CultureInfo.InvariantCulture, $"{path}:{problem.Line}");
    }
}
