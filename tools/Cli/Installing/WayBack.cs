namespace Platform.Cli.Installing;

/// <summary>The way back from a release that did not come to serve. Each part of it is tried, whatever became of those before.</summary>
internal sealed class WayBack(IReadOnlyList<Step> parts, TextWriter output)
{
    /// <param name="error">Why it is gone.</param>
    /// <returns>Why, what did not succeed on the way, and what is current now.</returns>
    public async Task<string> GoAsync(Exception error, Journal journal, Instance instance)
    {
        output.WriteLine(error.Message);
        List<string> said = [error.Message];
        // The disk may be full: no reason to stay where nobody is served.
        await TryAsync("the journal", said, () => journal.Add(Journal.Failed, error.Message));
        var failures = said.Count;
        foreach (var part in parts)
        {
            output.WriteLine($"back: {part.Name}");
            await TryAsync(part.Name, said, part.Do);
        }

        var step = said.Count == failures ? Journal.Back : Journal.Failed;
        said.Add(instance.Current is { } current ? $"{current} is current." : "There is no release yet.");
        if (parts.Count > 0)
        {
            await TryAsync("the journal", said, () => journal.Add(step, string.Join(' ', said.Skip(1))));
        }

        return string.Join(' ', said);
    }

    private static Task TryAsync(string part, List<string> said, Action action) => TryAsync(part, said, () =>
    {
        action();
        return Task.CompletedTask;
    });

    private static async Task TryAsync(string part, List<string> said, Func<Task> action)
    {
        try
        {
            await action();
        }
        // Whatever it is: the other parts may bring people back.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            said.Add($"On the way back, {part}: {error.Message}");
        }
    }
}
