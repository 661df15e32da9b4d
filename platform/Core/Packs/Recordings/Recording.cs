namespace Platform.Core.Packs;

/// <summary>A text of the pack, spoken.</summary>
/// <param name="Digest">The first twelve digits of its SHA-256; its name in URLs, so that it can be kept for ever.</param>
/// <param name="Content">Ogg Opus.</param>
/// <param name="Words">The text that was spoken, as the file says (<c>TITLE</c>); null where it does not.</param>
/// <param name="IsSynthesised">No person spoke it, as the file says (<c>SPEECH=synthesised</c>); told to the listener.</param>
public sealed record Recording(string Digest, ReadOnlyMemory<byte> Content, string? Words, bool IsSynthesised);
