namespace Platform.Modules.Cases.Form.Questions;

/// <summary>The keys <c>min</c> and <c>max</c> of a question, both included.</summary>
internal sealed record Limits<T>(T? Min, T? Max) where T : struct, IComparable<T>
{
    public bool Allow(T value) => (Min is not { } min || value.CompareTo(min) >= 0) && (Max is not { } max || value.CompareTo(max) <= 0);

    /// <summary>Says which values are right.</summary>
    public string Say(Func<T, T, string> within, Func<T, string> least, Func<T, string> most) => (Min, Max) switch
    {
        ({ } min, { } max) => within(min, max),
        ({ } min, _) => least(min),
        _ => most(Max!.Value),
    };
}
