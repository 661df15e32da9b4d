using System.CommandLine;

namespace Platform.Cli.Import;

/// <summary><c>egov import</c>: catalogues and forms of other systems become parts of a pack.</summary>
internal static class ImportCommand
{
    public static Command Create() => new(
        "import",
        """
        Bring a catalogue or a form of another system into a pack. What cannot be carried is told, never dropped in silence.

        Examples:
          egov import services services.csv --mapping templates/mappings/ca-gc-service-inventory.yaml --out packs/e-canada
          egov import form form.json --out packs/e-bhutan/services/library-card.yaml
        """)
    { ServicesCommand.Create(), FormCommand.Create() };
}
