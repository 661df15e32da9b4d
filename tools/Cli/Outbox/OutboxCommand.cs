using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Outbox;

namespace Platform.Cli.Outbox;

/// <summary><c>egov outbox</c>: messages that could not be delivered.</summary>
internal static class OutboxCommand
{
    public static Command Create() => new("outbox", "See the messages that were given up, and send them again.\n\nExample: egov outbox dead --data data") { Dead(), Replay() };

    private static Command Dead()
    {
        var places = new InstancePlaces();
        var command = places.AddTo(new Command("dead", "List messages that were given up after all attempts.\n\nExample: egov outbox dead --data data"), withDatabases: true);
        command.SetAction(async (parse, _) =>
        {
            await using var services = places.Services(parse);
            var store = services.GetRequiredService<OutboxStore>();
            var output = parse.InvocationConfiguration.Output;
            foreach (var letter in await store.DeadLettersAsync())
            {
                await output.WriteLineAsync($"{letter.MessageId}  {letter.DeadAt}  {letter.Handler}  {letter.Error}");
            }

            var waiting = await store.CountWaitingAsync();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{waiting} waiting"));
            return 0;
        });
        return command;
    }

    private static Command Replay()
    {
        var places = new InstancePlaces();
        var id = new Argument<Guid>("message") { Description = "The message's id, from 'egov outbox dead'." };
        var command = places.AddTo(new Command("replay", "Give a message its attempts back.\n\nExample: egov outbox replay 0199c0de-0000-7000-8000-000000000000"), withDatabases: true);
        command.Add(id);
        command.SetAction(async (parse, _) =>
        {
            await using var services = places.Services(parse);
            var replayed = await services.GetRequiredService<OutboxStore>().ReplayAsync(parse.GetValue(id));
            await (replayed ? parse.InvocationConfiguration.Output : parse.InvocationConfiguration.Error)
                .WriteLineAsync(replayed ? "It will be delivered within seconds." : "No message that was given up has this id; list them with: egov outbox dead");
            return replayed ? 0 : 1;
        });
        return command;
    }
}
