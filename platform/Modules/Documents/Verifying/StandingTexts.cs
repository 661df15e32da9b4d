using Microsoft.Extensions.Localization;

namespace Platform.Modules.Documents.Verifying;

/// <summary>What a standing is called.</summary>
internal static class StandingTexts
{
    public static string Short(IStringLocalizer t, Standing standing) => standing switch
    {
        Standing.InForce => t["In force"],
        Standing.Expired => t["Expired"],
        Standing.Revoked => t["Revoked"],
        Standing.Replaced => t["Replaced by another document"],
        _ => t["No longer available"],
    };

    /// <summary>As stored, whether or not it has expired.</summary>
    public static string OfState(IStringLocalizer t, string state) => Short(t, state switch
    {
        DocumentStates.Revoked => Standing.Revoked,
        DocumentStates.Replaced => Standing.Replaced,
        _ => Standing.InForce,
    });

    public static string Long(IStringLocalizer t, Standing standing) => standing switch
    {
        Standing.InForce => t["This document is genuine and in force."],
        Standing.Expired => t["This document is genuine, but it has expired."],
        Standing.Revoked => t["This document is genuine, but it was revoked. It does not count any more."],
        Standing.Replaced => t["This document is genuine, but it was corrected and replaced. Ask for the new one."],
        _ => t["This document was genuine, but it is no longer available: its contents have been erased."],
    };
}
