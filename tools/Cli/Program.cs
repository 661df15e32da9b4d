using System.CommandLine;
using System.Text;
using Platform.Cli.Audit;
using Platform.Cli.Feel;
using Platform.Cli.Keys;
using Platform.Cli.Officials;
using Platform.Cli.Outbox;
using Platform.Cli.Packs;
using Platform.Cli.Texts;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Runs and looks after an instance of the platform.")
{
    AuditCommand.Create(),
    FeelCommand.Create(),
    KeysCommand.Create(),
    OfficialsCommand.Create(),
    OutboxCommand.Create(),
    PackCommand.Create(),
    PackCommand.CreateCheck(),
    TextsCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
