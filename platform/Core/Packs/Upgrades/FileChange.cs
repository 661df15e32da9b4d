namespace Platform.Core.Packs;

/// <summary>What an upgrade does to a file.</summary>
/// <param name="Layer">Name of the folder, which stands beside the pack's or is the pack's.</param>
/// <param name="Path">Inside the folder, with <c>/</c>.</param>
/// <param name="Before">Null: it was not there.</param>
/// <param name="After">Null: it goes.</param>
public sealed record FileChange(string Layer, string Path, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After);

/// <summary>A pack on its new base, as it would stand.</summary>
/// <param name="Files">To be checked before anything is written.</param>
/// <param name="Changes">What has to be written.</param>
/// <param name="Problems">Fields that this program cannot write: to be done by hand first.</param>
public sealed record UpgradedPack(IPackFiles Files, IReadOnlyList<FileChange> Changes, IReadOnlyList<PackProblem> Problems);
