using System.CommandLine;
using Platform.Cli.Audit;
using Platform.Cli.Keys;
using Platform.Cli.Outbox;

var root = new RootCommand("Runs and looks after an instance of the platform.") { AuditCommand.Create(), KeysCommand.Create(), OutboxCommand.Create() };
return await root.Parse(args).InvokeAsync();
