using Platform.Core.Feel;

namespace Platform.Core.Packs;

/// <summary>Collects every mistake of a pack; nothing stops at the first one.</summary>
public sealed class PackProblems
{
    private readonly List<PackProblem> errors = [];
    private readonly List<PackProblem> warnings = [];
    private readonly HashSet<(PackSource, string)> seen = [];

    /// <summary>What must be corrected before the pack can be used, in the order of files and lines.</summary>
    public IReadOnlyList<PackProblem> Errors => Sorted(errors);

    /// <summary>What the author should know, but may leave.</summary>
    public IReadOnlyList<PackProblem> Warnings => Sorted(warnings);

    /// <summary>True as long as no error was added.</summary>
    public bool None => errors.Count == 0;

    /// <summary>Adds a mistake; <paramref name="format"/> says what to write instead, with <c>{0}</c> for arguments.</summary>
    public void Add(PackSource at, string format, params object[] arguments) => AddTo(errors, at, format, arguments);

    /// <summary>Adds a mistake inside an expression, at its own line of the file.</summary>
    public void Add(PackScalar expression, FeelError error)
    {
        var first = expression.FirstLine;
        AddTo(errors, first with { Line = first.Line + error.Line - 1 }, "The expression is wrong at its character {0}: {1}", [error.Column, error.Message]);
    }

    /// <summary>Adds a warning.</summary>
    public void Warn(PackSource at, string format, params object[] arguments) => AddTo(warnings, at, format, arguments);

    // A value read through a layer and again through a local variant is one mistake, not two.
    private void AddTo(List<PackProblem> list, PackSource at, string format, object[] arguments)
    {
        var problem = new PackProblem(at, new(format, arguments));
        if (seen.Add((at, problem.Message.ToString())))
        {
            list.Add(problem);
        }
    }

    private static List<PackProblem> Sorted(List<PackProblem> list) =>
        [.. list.OrderBy(p => p.Source.Layer, StringComparer.Ordinal).ThenBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
}
