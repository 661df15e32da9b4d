using System.Xml.Linq;

namespace Platform.Core.Texts.Xliff;

/// <summary>The words of XLIFF 2.1 (OASIS Standard, 13 February 2018) and those we add in its extension points.</summary>
internal static class XliffNames
{
    public const string Version = "2.1";

    /// <summary>Category of metadata and prefix of own values: what gettext knows and XLIFF does not.</summary>
    public const string Gettext = "gettext";

    public const string Plurals = Gettext + ":plurals";
    public const string Fuzzy = Gettext + ":fuzzy";

    public const string Comment = "translator";
    public const string Extracted = "developer";
    public const string Reference = "location";
    public const string Context = "context";
    public const string Form = "plural-form";

    public static readonly XNamespace Core = "urn:oasis:names:tc:xliff:document:2.0";
    public static readonly XNamespace Metadata = "urn:oasis:names:tc:xliff:metadata:2.0";
    public static readonly XNamespace Size = "urn:oasis:names:tc:xliff:sizerestriction:2.0";

    public static readonly XName Unit = Core + "unit";
    public static readonly XName Group = Core + "group";
    public static readonly XName File = Core + "file";
    public static readonly XName Segment = Core + "segment";
    public static readonly XName Source = Core + "source";
    public static readonly XName Target = Core + "target";
    public static readonly XName Note = Core + "note";
    public static readonly XName Meta = Metadata + "meta";
}
