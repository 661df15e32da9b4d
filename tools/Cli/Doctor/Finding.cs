namespace Platform.Cli.Doctor;

/// <summary>How bad it is.</summary>
internal enum Level
{
    Ok,
    Warn,
    Fail,
}

/// <summary>What one look at an instance found.</summary>
/// <param name="Check">What was looked at, as <c>database.fsync</c>.</param>
/// <param name="Says">What is so.</param>
/// <param name="Do">What to do about it; null where nothing is to be done.</param>
internal sealed record Finding(string Check, Level Level, string Says, string? Do = null)
{
    public static Finding Ok(string check, string says) => new(check, Level.Ok, says);

    public static Finding Warn(string check, string says, string what) => new(check, Level.Warn, says, what);

    public static Finding Fail(string check, string says, string what) => new(check, Level.Fail, says, what);

    /// <summary>By age: fine up to <paramref name="warn"/>, bad beyond <paramref name="fail"/>.</summary>
    public static Finding ByAge(string check, string what, TimeSpan age, TimeSpan warn, TimeSpan fail, string advice) =>
        new(check, age <= warn ? Level.Ok : age <= fail ? Level.Warn : Level.Fail, $"{what} {Ages.Say(age)}", age <= warn ? null : advice);
}

/// <summary>Ages in the words of a line.</summary>
internal static class Ages
{
    public static string Say(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => FormattableString.Invariant($"{age.TotalDays:0} days ago"),
        { TotalHours: >= 2 } => FormattableString.Invariant($"{age.TotalHours:0} hours ago"),
        { TotalMinutes: >= 2 } => FormattableString.Invariant($"{age.TotalMinutes:0} minutes ago"),
        _ => "just now",
    };
}
