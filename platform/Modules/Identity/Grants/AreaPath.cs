using Platform.Core.Packs;

namespace Platform.Modules.Identity.Grants;

/// <summary>The path of an area as grants hold it, from the largest down: <c>/18/1801/</c>.</summary>
public static class AreaPath
{
    public static string Of(Area area) => area.Path;
}
