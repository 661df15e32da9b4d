using NodaTime;

namespace Platform.Core.Feel.Functions;

/// <summary>The arguments of one call, of the types the signature asks for; null for optional ones left out.</summary>
internal readonly record struct Call(object?[] Values, Run Run)
{
    public object? this[int place] => Values[place];

    public bool Has(int place) => Values[place] is not null;

    public string Text(int place) => (string)Values[place]!;

    public decimal Number(int place) => (decimal)Values[place]!;

    public LocalDate Date(int place) => (LocalDate)Values[place]!;

    public FeelTime Time(int place) => (FeelTime)Values[place]!;

    public FeelDateTime DateTime(int place) => (FeelDateTime)Values[place]!;

    public FeelRange Range(int place) => (FeelRange)Values[place]!;

    public IReadOnlyList<object?> List(int place) => (IReadOnlyList<object?>)Values[place]!;

    public IReadOnlyDictionary<string, object?> Context(int place) => (IReadOnlyDictionary<string, object?>)Values[place]!;

    /// <summary>A whole number that fits an <see cref="int"/>; null otherwise.</summary>
    public int? Whole(int place) =>
        Values[place] is decimal n && n == decimal.Truncate(n) && Math.Abs(n) <= int.MaxValue ? (int)n : null;

    /// <summary>The numbers of a list; null if there are none or one of them is null.</summary>
    public List<decimal>? Numbers(int place)
    {
        var numbers = List(place).OfType<decimal>().ToList();
        return numbers.Count > 0 && numbers.Count == List(place).Count ? numbers : null;
    }

    /// <summary>A new list, if it is not too long.</summary>
    public List<object?> New(IEnumerable<object?> items, long count)
    {
        Run.Grow(count);
        Run.Spend((int)count);
        return [.. items];
    }

    public object? Null(string format, params object?[] args) => Run.Null(format, args);
}
