using System.CommandLine;
using Platform.Cli.Audit;
using Platform.Cli.Keys;
using Platform.Cli.Outbox;
using Platform.Cli.Packs;
using Platform.Cli.Texts;

var root = new RootCommand("Runs and looks after an instance of the platform.")
{
    AuditCommand.Create(),
    KeysCommand.Create(),
    OutboxCommand.Create(),
    PackCommand.Create(),
    PackCommand.CreateCheck(),
    TextsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
