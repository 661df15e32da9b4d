using Platform.Core.Modules;

namespace Platform.Modules.Catalogue;

/// <summary>Proposals to local offices in the export of everything.</summary>
internal static class CatalogueExport
{
    public static void Declare(ModuleBuilder module)
    {
        module.Export("catalogue_proposal", "A national change before the office that answers for a local variant.",
            """
            proposal_id: Identity of the proposal.
            since_release: The pack's release that the variant was last looked at with.
            release: The release that brought the change.
            changes: JSON of what changed, before and after.
            state: open, acknowledged, asked, replaced or withdrawn.
            answered_at: When it was answered.
            answered_by: By whom.
            kept: JSON of what stays as it is here.
            reason: Why.
            """);
        module.Export("catalogue_comparison", "A release that was compared with what was live before.",
            """
            activation: Its place among activations.
            release: Its number.
            compared_at: When.
            """);
    }
}
