using Platform.Core.Modules;

namespace Platform.Modules.Sample;

/// <summary>The register, in the export of everything.</summary>
internal static class SampleExport
{
    public static void Declare(ModuleBuilder module)
    {
        module.Export("sample_entry", "An entry in the register.",
            """
            entry_id: Identity of the entry.
            number: What people call it.
            kind: Of what kind it is.
            valid_until: The last day on which it is in force.
            entered_at: When it was entered.
            ended_at: When it ended.
            told_at: When its case was told.
            """);
        module.Export("sample_number", "A number that was given, each once.",
            """
            number: What people call it.
            entry_id: The entry.
            """);
    }
}
