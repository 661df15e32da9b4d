using Platform.Core.Data;

namespace Platform.Core.Tests.Data;

public sealed class TogetherTests
{
    private readonly List<IReadOnlyList<int>> rounds = [];
    private readonly Queue<TaskCompletionSource> doors = new();

    [Fact]
    public async Task Those_who_come_while_a_round_is_under_way_go_together_in_the_next_and_each_gets_its_own_answer()
    {
        var (together, first, next) = (new Together<int, string>(AnswerAsync), Door(), Door());
        var alone = together.AskAsync(0);
        await BegunAsync(1);

        var others = Enumerable.Range(1, 5).Select(n => together.AskAsync(n)).ToList();
        // Behind whatever they set going.
        await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        Assert.Single(rounds);
        first.SetResult();
        next.SetResult();

        Assert.Equal("0 of 1", await alone);
        Assert.Equal(["1 of 2", "2 of 2", "3 of 2", "4 of 2", "5 of 2"], await Task.WhenAll(others));
        Assert.Equal([1, 5], rounds.Select(r => r.Count));
    }

    [Fact]
    public async Task Whoever_no_longer_waits_takes_nothing_from_the_others()
    {
        var (together, first, next) = (new Together<int, string>(AnswerAsync), Door(), Door());
        var alone = together.AskAsync(0);
        await BegunAsync(1);
        using var gone = new CancellationTokenSource();

        var (leaving, staying) = (together.AskAsync(1, gone.Token), together.AskAsync(2));
        await gone.CancelAsync();
        first.SetResult();
        next.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.Equal(("0 of 1", "2 of 2"), (await alone, await staying));
        Assert.Equal([1, 2], rounds[1]);
    }

    [Fact]
    public async Task What_a_round_fails_with_each_of_it_gets_and_nobody_after_it()
    {
        var (together, first, broken, last) = (new Together<int, string>(AnswerAsync), Door(), Door(), Door());
        var alone = together.AskAsync(0);
        await BegunAsync(1);

        var (one, other) = (together.AskAsync(1), together.AskAsync(2));
        first.SetResult();
        broken.SetException(new InvalidDataException("away"));
        last.SetResult();

        Assert.Equal("0 of 1", await alone);
        await Assert.ThrowsAsync<InvalidDataException>(() => one);
        await Assert.ThrowsAsync<InvalidDataException>(() => other);
        Assert.Equal("3 of 3", await together.AskAsync(3));
    }

    [Fact]
    public async Task What_an_answer_fails_with_only_its_own_gets()
    {
        var together = new Together<int, string>(asked => Task.FromResult<Func<int, string>>(n => n == 0 ? throw new InvalidDataException("away") : $"{n}"));

        var answers = Enumerable.Range(0, 3).Select(n => together.AskAsync(n)).ToList();

        await Assert.ThrowsAsync<InvalidDataException>(() => answers[0]);
        Assert.Equal(["1", "2"], await Task.WhenAll(answers.Skip(1)));
    }

    private TaskCompletionSource Door()
    {
        var door = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        doors.Enqueue(door);
        return door;
    }

    private async Task BegunAsync(int count)
    {
        while (rounds.Count < count)
        {
            await Task.Yield();
        }
    }

    private async Task<Func<int, string>> AnswerAsync(IReadOnlyList<int> asked)
    {
        rounds.Add(asked);
        var number = rounds.Count;
        await doors.Dequeue().Task;
        return n => $"{n} of {number}";
    }
}
