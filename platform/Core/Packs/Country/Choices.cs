using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>One entry of a list to choose from.</summary>
public sealed record Choice(string Id, PackText Label);

/// <summary>A list to choose from that several forms share.</summary>
public sealed record ChoiceList(string Id, IReadOnlyList<Choice> Choices);
