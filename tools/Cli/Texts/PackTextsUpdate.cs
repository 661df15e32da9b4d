using Platform.Cli.Packs;
using Platform.Core.Packs;
using Platform.Core.Texts.Po;

namespace Platform.Cli.Texts;

/// <summary>Writes one language's file of a pack anew, from what the pack and the packs below it say.</summary>
internal sealed class PackTextsUpdate(string folder, string language, bool similar)
{
    // Two messages of 67 letters where a script is not Latin (3GPP TS 23.038 and 23.040); the values come on top.
    private const string TextMessage = "text message to a telephone, max 134 characters";

    /// <exception cref="IOException">The tag is not one of BCP 47, there is no pack, or a file cannot be read or written.</exception>
    public void Write(TextWriter output)
    {
        TextsUpdate.Demand(language);
        var pack = PackCheck.Load(folder, production: false).Pack ?? throw new IOException($"The pack in {folder} cannot be read: run 'egov check' on it.");
        var path = Path.Combine(folder, "locales", $"{language}.po");
        var updated = Of(pack, language, File.Exists(path) ? PoFile.Load(path) : null, similar);
        TextFile.Write(path, updated.ToString());
        output.WriteLine($"{pack.Name}/locales/{language}.po: {TextsUpdate.ToDo(updated)}");
    }

    /// <summary>A pack's file of a language with every text that there is; what is translated stays.</summary>
    /// <param name="written">As it stood; null: there was none.</param>
    /// <param name="similar">Begin new texts with the wording of a similar one.</param>
    public static PoFile Of(Pack pack, string language, PoFile? written, bool similar)
    {
        var file = written ?? new([TextsUpdate.Header(pack.Name, language)]);
        return file.To(Template(pack, file), similar);
    }

    // A wording without an address serves all places that say the same; a template's text has none from the start.
    private static PoFile Template(Pack pack, PoFile written)
    {
        var everywhere = written.Translations.Where(e => e.Context is null).Select(e => e.Id).ToHashSet();
        var texts = pack.Sentences.Select(s => Entry(everywhere.Contains(s.Text.Source) ? null : s.Text.Address, s))
            .Concat(pack.TemplateSentences.Select(s => Entry(null, s)));
        return new([TextsUpdate.Header(pack.Name, ""), .. texts.GroupBy(e => (e.Context, e.Id)).Select(Joined)]);
    }

    private static PoEntry Joined(IEnumerable<PoEntry> same) => same.First() with { Extracted = [.. same.SelectMany(e => e.Extracted).Distinct()], References = [.. same.SelectMany(e => e.References).Distinct()] };

    private static PoEntry Entry(string? context, PackSentence sentence) => new()
    {
        Context = context,
        Id = sentence.Text.Source,
        Strings = [""],
        Extracted = sentence.Source.File.EndsWith("-sms.hbs", StringComparison.Ordinal) ? [TextMessage] : [],
        References = [$"{sentence.Source.Layer}/{sentence.Source.File}"],
        Flags = PoPlaceholders.Has(sentence.Text.Source) ? [PoFlags.Format] : [],
    };
}
