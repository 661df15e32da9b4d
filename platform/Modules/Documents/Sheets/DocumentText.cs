using Platform.Web.Languages;

namespace Platform.Modules.Documents.Sheets;

/// <summary>A field in words.</summary>
public sealed record TextField(string Id, string Label, string Text);

/// <summary>A document in one language, ready to read.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Holder">Empty where it is about nobody.</param>
public sealed record DocumentText(string Language, string Title, string Organization, string Holder, IReadOnlyList<TextField> Fields)
{
    /// <summary>As <c>RC-2026-000042</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The day of issue.</summary>
    public required string Issued { get; init; }

    /// <summary>The last day; null: for ever.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>The case's reference, as read out on the phone.</summary>
    public required string Reference { get; init; }

    public string Direction => PageLanguage.Of(Language).Direction;

    /// <summary>Fields that say something.</summary>
    public IEnumerable<TextField> Filled => Fields.Where(f => f.Text.Length > 0);
}
