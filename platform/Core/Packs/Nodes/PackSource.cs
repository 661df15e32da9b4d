namespace Platform.Core.Packs;

/// <summary>Where a value was written, so that a mistake can be pointed at.</summary>
/// <param name="Layer">Name of the pack whose folder holds the file.</param>
/// <param name="File">Path inside that folder, with <c>/</c>.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
public readonly record struct PackSource(string Layer, string File, int Line);
