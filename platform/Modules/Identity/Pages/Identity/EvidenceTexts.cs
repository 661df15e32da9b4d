using Microsoft.Extensions.Localization;
using Platform.Core.People;

namespace Platform.Modules.Identity.Pages.Identity;

/// <summary>What the kinds of evidence are called, in the language of the request.</summary>
internal static class EvidenceTexts
{
    public static string Of(IStringLocalizer texts, string evidence) => evidence switch
    {
        Evidence.IdentityCard => texts["Identity card"],
        Evidence.Passport => texts["Passport"],
        Evidence.FamilyBook => texts["Family book"],
        Evidence.LocalAttestation => texts["Attestation of the local authority"],
        Evidence.Witnesses => texts["Two witnesses"],
        Evidence.IdentityProvider => texts["Identity provider"],
        _ => evidence,
    };
}
