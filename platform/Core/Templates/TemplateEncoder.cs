using System.Text;
using System.Text.Unicode;
using HandlebarsDotNet;
using Encoder = System.Text.Encodings.Web.HtmlEncoder;

namespace Platform.Core.Templates;

/// <summary>Encodes what HTML demands and leaves every script as it is: a Lao page would otherwise be almost three times as large.</summary>
internal sealed class TemplateEncoder : ITextEncoder
{
    private static readonly Encoder Html = Encoder.Create(UnicodeRanges.All);

    public void Encode(StringBuilder? text, TextWriter target) => Html.Encode(target, text?.ToString() ?? "");

    public void Encode(string? text, TextWriter target) => Html.Encode(target, text ?? "");

    public void Encode<T>(T? text, TextWriter target) where T : IEnumerator<char>
    {
        var whole = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            whole.Append(text.Current);
        }

        Encode(whole, target);
    }
}
