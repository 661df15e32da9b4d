namespace Platform.Core.Templates;

/// <summary>A template as it stands in a pack.</summary>
/// <param name="Address">Of its texts, as <c>document/residence-certificate</c>: the <c>msgctxt</c> of what <c>{{t "..."}}</c> names.</param>
/// <param name="File">Name for messages.</param>
public sealed record TemplateSource(string Address, string File, string Text);

/// <summary>What a template becomes.</summary>
public enum TemplateKind
{
    /// <summary>Values are encoded for HTML.</summary>
    Html,

    /// <summary>For SMS and subjects of e-mail: values stand as they are.</summary>
    PlainText,
}

/// <summary>An amount in a template's values; written with its currency in the language of the output.</summary>
/// <param name="MinorUnits">As stored.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="MinorDigits">How many digits are the fraction.</param>
public sealed record TemplateMoney(long MinorUnits, string Currency, int MinorDigits);
