using System.Xml.Linq;

namespace Platform.Modules.Catalogue.Feeds;

internal static class XmlText
{
    /// <summary>A whole document, told to be the UTF-8 that every page is sent in.</summary>
    public static string Of(XElement root) => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString(SaveOptions.DisableFormatting);
}
