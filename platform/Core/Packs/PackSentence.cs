using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A text of the pack together with its place, for translators and checks.</summary>
public sealed record PackSentence(PackText Text, PackSource Source);
