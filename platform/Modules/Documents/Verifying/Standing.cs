using Platform.Core.Data;
using Platform.Core.Packs;

namespace Platform.Modules.Documents.Verifying;

/// <summary>Whether a document holds.</summary>
public enum Standing
{
    InForce,
    Expired,
    Revoked,
    Replaced,

    /// <summary>Its case was erased; nothing can be read of it.</summary>
    Erased,
}

internal static class Standings
{
    /// <summary>A document holds to the end of its last local day.</summary>
    public static Standing Of(DocumentRow row, Pack pack, TimeProvider clock) => row.State switch
    {
        DocumentStates.Revoked => Standing.Revoked,
        DocumentStates.Replaced => Standing.Replaced,
        _ => row.ValidUntil < LocalDay.Of(clock.Now(), pack) ? Standing.Expired : Standing.InForce,
    };
}
