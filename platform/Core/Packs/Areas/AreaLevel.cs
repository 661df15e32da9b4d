using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A level of the administrative tree: province, district, village. Packs list them from large to small.</summary>
public sealed record AreaLevel(string Id, PackText Title);
