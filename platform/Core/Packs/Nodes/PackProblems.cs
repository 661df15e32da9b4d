using Platform.Core.Feel;

namespace Platform.Core.Packs;

/// <summary>Collects every mistake of a pack; nothing stops at the first one.</summary>
public sealed class PackProblems
{
    private const int Most = 12;
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

    /// <summary>Reads and checks a FEEL expression; each mistake in it is added at its own line of the file. Null where there are any, and for no expression.</summary>
    /// <param name="scope">The names it may read.</param>
    /// <param name="expected">What it must give; null: anything.</param>
    public FeelExpression? Compile(PackScalar? text, FeelType.Context scope, FeelType? expected)
    {
        if (text is null)
        {
            return null;
        }

        var expression = FeelExpression.Compile(text.Value, scope, expected, out var errors);
        errors.ToList().ForEach(error => Add(text, error));
        return expression;
    }

    /// <summary>Adds a mistake inside an expression, at its own line of the file.</summary>
    public void Add(PackScalar expression, FeelError error)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(error);
        var first = expression.FirstLine;
        AddTo(errors, first with { Line = first.Line + error.Line - 1 }, "The expression '{0}' is wrong at its column {1}: {2}{3}",
            [expression.Value.Split('\n')[error.Line - 1].TrimEnd(), error.Column, error.Message, error.Message[^1] is '.' or '?' ? "" : "."]);
    }

    /// <summary>Adds that a name is not known, and offers the one that was probably meant, else all there are.</summary>
    /// <param name="there">The sentence's beginning with <c>{0}</c> for the name, as <c>There is no role '{0}'</c>.</param>
    /// <param name="otherwise">What else helps, as <c>add it to roles.yaml</c>; may hold <c>{0}</c>.</param>
    public void AddUnknown(PackSource at, string there, string name, IReadOnlyCollection<string> known, string? otherwise = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (Nearest.Of(name, known) is { } meant)
        {
            Add(at, there + ": did you mean '{1}'?", name, meant);
        }
        else if (known.Count > 0)
        {
            Add(at, $"{there}: use one of {{1}}{(otherwise is null ? "" : $", or {otherwise}")}.", name, Several(known));
        }
        else
        {
            Add(at, otherwise is null ? $"{there}." : $"{there}: {otherwise}.", name);
        }
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

    private static string Several(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Take(Most)) + (names.Count > Most ? ", ..." : "");

    private static List<PackProblem> Sorted(List<PackProblem> list) =>
        [.. list.OrderBy(p => p.Source.Layer, StringComparer.Ordinal).ThenBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
}
