using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Platform.Cli.Audit;
using Platform.Cli.Backups;
using Platform.Cli.Catalogue;
using Platform.Cli.Conformance;
using Platform.Cli.Data;
using Platform.Cli.Doctor;
using Platform.Cli.Dossiers;
using Platform.Cli.Feel;
using Platform.Cli.Import;
using Platform.Cli.Installing;
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
          egov doctor --data DATA                  what is well with an instance and what is not
          egov backup --data DATA --to DIR         a copy while it runs; egov restore brings it back
          egov data export --data DATA --out DIR   everything, in open formats
          egov release verify FILE --trust ca.pem  who signed a release, and that it is whole
          egov install FILE --trust ca.pem ...     a portal out of a release, on this machine
          egov upgrade FILE                        the next release in its place, while it serves
        Each command explains itself: egov keys rotate --help
        """;

    public static RootCommand Create()
    {
        var root = WithAll();
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ShortHelp((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    private static RootCommand WithAll() => new(Description)
    {
        AuditCommand.Create(),
        BackupCommand.Create(),
        CatalogueCommand.Create(),
        ConformanceCommand.Create(),
        DataCommand.Create(),
        DoctorCommand.Create(),
        DossierCommand.Create(),
        FeelCommand.Create(),
        ImportCommand.Create(),
        InstallCommand.Create(),
        KeysCommand.Create(),
        MigrateCommand.Create(),
        ModuleCommand.Create(),
        NewCommand.Create(),
        OfficialsCommand.Create(),
        OutboxCommand.Create(),
        PackCommand.Create(),
        PackCommand.CreateCheck(),
        ReleaseCommand.Create(),
        RestoreCommand.Create(),
        ServiceCommand.Create(),
        TextsCommand.Create(),
        UpgradeCommand.Create(),
    };
}
