using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>One entry of a list to choose from.</summary>
/// <param name="Icon">Name of a line icon.</param>
public sealed record Choice(string Id, PackText Label, string? Icon);

/// <summary>A list to choose from that several forms share.</summary>
public sealed record ChoiceList(string Id, IReadOnlyList<Choice> Choices);
