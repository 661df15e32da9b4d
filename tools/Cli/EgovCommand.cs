using System.CommandLine;
using Platform.Cli.Audit;
using Platform.Cli.Catalogue;
using Platform.Cli.Conformance;
using Platform.Cli.Data;
using Platform.Cli.Feel;
using Platform.Cli.Import;
using Platform.Cli.Keys;
using Platform.Cli.Migrations;
using Platform.Cli.Modules;
using Platform.Cli.NewPacks;
using Platform.Cli.Officials;
using Platform.Cli.Outbox;
using Platform.Cli.Packs;
using Platform.Cli.Releases;
using Platform.Cli.Texts;

namespace Platform.Cli;

/// <summary><c>egov</c> with all its commands.</summary>
internal static class EgovCommand
{
    private const string Description = """
        Runs and looks after an instance of the platform.

        Examples:
          egov new                                 another country's pack, asked for step by step
          egov check templates/packs/e-laos        every mistake of a pack, with file and line
          egov import services FILE ...            a catalogue of another system into a pack
          egov pack activate PACK --data DATA      make a pack live
          egov pack use 7 --data DATA              make release 7 live again
          egov keys init --data DATA               before an instance's first start in Production
          egov officials add amina                 the first official
          egov module new Permits                  begin a module
          egov audit verify --data DATA            proof that nothing was changed
          egov data export --data DATA --out DIR   everything, in open formats
          egov release verify FILE --trust ca.pem  who signed a release, and that it is whole
        Each command explains itself: egov keys rotate --help
        """;

    public static RootCommand Create() => new(Description)
    {
        AuditCommand.Create(),
        CatalogueCommand.Create(),
        ConformanceCommand.Create(),
        DataCommand.Create(),
        FeelCommand.Create(),
        ImportCommand.Create(),
        KeysCommand.Create(),
        MigrateCommand.Create(),
        ModuleCommand.Create(),
        NewCommand.Create(),
        OfficialsCommand.Create(),
        OutboxCommand.Create(),
        PackCommand.Create(),
        PackCommand.CreateCheck(),
        ReleaseCommand.Create(),
        ServiceCommand.Create(),
        TextsCommand.Create(),
    };
}
