namespace Platform.Cli.Installing;

/// <summary>A step on a release's way into an instance. It can be done again after it was interrupted anywhere.</summary>
/// <param name="Plan">What it would write and run, a line each.</param>
/// <param name="Do">Does it and says what came of it.</param>
internal sealed record Step(string Name, IReadOnlyList<string> Plan, Func<Task<string>> Do);
