using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Core.Jobs;
using Platform.Testing;

namespace Platform.Core.Tests.Jobs;

public sealed class JobRunnerTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_job_runs_when_due_in_one_process_at_a_time(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var counter = new Counter();
        var runners = Enumerable.Range(0, 3).Select(_ => Runner(database, counter)).ToList();
        await runners[0].RegisterAsync();

        await Task.WhenAll(runners.Select(r => r.RunDueAsync()));
        Assert.Equal(1, counter.Value);

        await runners[1].RunDueAsync();
        Assert.Equal(1, counter.Value);

        database.Clock.Advance(TimeSpan.FromHours(1));
        await runners[2].RunDueAsync();
        Assert.Equal(2, counter.Value);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_job_that_fails_is_due_again_at_its_next_time(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var counter = new Counter { Fails = true };
        var runner = Runner(database, counter);
        await runner.RegisterAsync();

        await runner.RunDueAsync();
        database.Clock.Advance(TimeSpan.FromHours(1));
        await runner.RunDueAsync();

        Assert.Equal(2, counter.Value);
    }

    private static JobRunner Runner(TestDatabase database, Counter counter)
    {
        var services = new ServiceCollection().AddSingleton(counter).AddScoped<CountJob>().BuildServiceProvider();
        return new JobRunner(database.Db, [new("test.count", typeof(CountJob), TimeSpan.FromHours(1))], services.GetRequiredService<IServiceScopeFactory>(), database.Clock, NullLogger<JobRunner>.Instance);
    }

    private sealed class Counter
    {
        public int Value;

        public bool Fails { get; init; }
    }

    private sealed class CountJob(Counter counter) : IJob
    {
        public Task RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref counter.Value);
            return counter.Fails ? throw new InvalidOperationException("no") : Task.CompletedTask;
        }
    }
}
