using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity;

/// <summary>What the kinds of evidence are called, in English; translated where shown.</summary>
internal static class EvidenceTexts
{
    public static string Of(string evidence) => evidence switch
    {
        Evidence.IdentityCard => "Identity card",
        Evidence.Passport => "Passport",
        Evidence.FamilyBook => "Family book",
        Evidence.LocalAttestation => "Attestation of the local authority",
        Evidence.Witnesses => "Two witnesses",
        _ => evidence,
    };
}
