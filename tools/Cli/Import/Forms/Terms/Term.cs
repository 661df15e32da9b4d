namespace Platform.Cli.Import.Forms.Terms;

/// <summary>An expression of any source, understood: what is left is to write it in FEEL, by the types of the questions it reads.</summary>
internal abstract record Term
{
    public static Term? And(IReadOnlyList<Term> parts) => parts.Count switch { 0 => null, 1 => parts[0], _ => new Joined("and", parts) };

    public static Term Or(IReadOnlyList<Term> parts) => parts.Count == 1 ? parts[0] : new Joined("or", parts);

    public static Term Is(Term left, object? value) => new Test("=", left, new Fixed(value));
}

/// <summary>The answer to a question, by one of its names in the source.</summary>
internal sealed record Answer(string Name) : Term;

/// <summary>The answer to the question that the expression belongs to.</summary>
internal sealed record Own : Term;

/// <summary>A text, number or truth, as the source writes it; null and the empty text mean: not answered.</summary>
internal sealed record Fixed(object? Value) : Term;

/// <summary>A duration in ISO 8601.</summary>
internal sealed record Span(string Iso) : Term;

/// <param name="Sign"><c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</param>
internal sealed record Test(string Sign, Term Left, Term Right) : Term;

/// <param name="Word"><c>and</c> or <c>or</c>.</param>
internal sealed record Joined(string Word, IReadOnlyList<Term> Parts) : Term;

internal sealed record Not(Term Of) : Term;

/// <param name="Sign"><c>+</c>, <c>-</c>, <c>*</c> or <c>/</c>.</param>
internal sealed record Sum(string Sign, Term Left, Term Right) : Term;

internal sealed record Choose(Term If, Term Then, Term Else) : Term;

/// <summary>A function by its name in <see cref="FeelFunctions"/>.</summary>
internal sealed record Call(string Name, params IReadOnlyList<Term> Of) : Term;
