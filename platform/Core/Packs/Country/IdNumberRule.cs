using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>How the national identity number looks here.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Pattern">Its form.</param>
/// <param name="Check">A FEEL expression over <c>value</c> that must be true, for example a check digit.</param>
/// <param name="Example">A number to show beside the field.</param>
/// <param name="Hint">What to say beside the field.</param>
public sealed record IdNumberRule(PackText Label, PackPattern? Pattern, string? Check, string? Example, PackText? Hint)
{
    internal static IdNumberRule Read(NodeReader reader) =>
        new(reader.Text("label"), PackPattern.Read(reader, "pattern"), reader.Optional("check"), reader.Optional("example"), reader.OptionalText("hint"));
}
