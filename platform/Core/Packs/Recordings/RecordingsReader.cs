using System.Security.Cryptography;

namespace Platform.Core.Packs;

/// <summary>
/// Reads a pack's recordings and reports what is wrong with those of the topmost layer. One from a layer below that does not fit this pack
/// (another language, a text that is worded anew) is passed over: its own layer is right.
/// </summary>
internal sealed class RecordingsReader(Pack pack, PackSchema schema, PackProblems problems)
{
    private const string Folder = "media/";
    private const string Ending = ".opus";

    // Fifty seconds at 16 kbit/s, and a minute of waiting on a slow line.
    private const int MostBytes = 100_000;

    private readonly ILookup<string, PackSentence> sentences = pack.Sentences.ToLookup(s => PackRecordings.NameOf(s.Text.Address), StringComparer.Ordinal);

    // A text that could not be read is one mistake, and not one more for each recording of it.
    private readonly bool allIsRead = problems.None;

    public PackRecordings Read()
    {
        var found = new Dictionary<(string, string), Recording>();
        foreach (var (path, file) in pack.Assets.Where(a => a.Key.StartsWith(Folder, StringComparison.Ordinal) && a.Key.EndsWith(Ending, StringComparison.Ordinal)))
        {
            var parts = path[Folder.Length..^Ending.Length].Split('/', 2);
            if (One(file, parts[0], parts.ElementAtOrDefault(1) ?? "") is { } recording)
            {
                found.Add((parts[0], parts[1]), recording);
            }
        }

        return new(found);
    }

    private Recording? One(PackFile file, string language, string name)
    {
        if (!pack.Languages.Contains(language))
        {
            return Wrong(file, "'{0}' is not a language of this pack: use one of {1}, as in media/{2}/service/birth/title.opus.", language, string.Join(", ", pack.Languages), pack.Languages[0]);
        }

        if (!sentences.Contains(name))
        {
            if (IsOwn(file) && allIsRead && !IsOfUnreadSection(name))
            {
                problems.AddUnknown(file.Source, "No text has the address '{0}', so nobody would hear this recording", name, [.. sentences.Select(s => s.Key)]);
            }

            return null;
        }

        if (file.Content.Length > MostBytes)
        {
            return Wrong(file, "The recording has {0} bytes, and at most {1} are possible: make it shorter, or use 12 to 16 kbit/s and one channel.", file.Content.Length, MostBytes);
        }

        return OggOpus.Read(file.Content.Span) is { } opus ? Spoken(file, language, name, opus) : Wrong(file, "This is not an Ogg Opus file, whatever its name says: make one with 'opusenc'.");
    }

    // service/birth/form.child.name.label, where nobody reads forms.
    private bool IsOfUnreadSection(string name) => name.Split('/') is ["service", _, var key] && key.Contains('.', StringComparison.Ordinal)
        && (schema.Sections.Count == 0 || schema.Sections.Any(s => s.Key == key.Split('.')[0] && !pack.Has(s.Module)));

    private Recording Spoken(PackFile file, string language, string name, OggOpus opus)
    {
        var words = opus.Comments["TITLE"].FirstOrDefault();
        if (words is not null && IsOwn(file) && sentences[name].All(s => pack.Texts.Get(language, s.Text).Value != words))
        {
            problems.Warn(file.Source, "The recording says '{0}', but the text is '{1}' now: it is not offered until it is recorded anew.", words, pack.Texts.Get(language, sentences[name].First().Text).Value);
        }

        return new(Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))[..12], file.Content, words, opus.Comments["SPEECH"].Contains("synthesised", StringComparer.OrdinalIgnoreCase));
    }

    private Recording? Wrong(PackFile file, string format, params object[] arguments)
    {
        if (IsOwn(file))
        {
            problems.Add(file.Source, format, arguments);
        }

        return null;
    }

    private bool IsOwn(PackFile file) => file.Source.Layer == pack.Name;
}
