using Platform.Cli.Import.Keeping;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Forms.Writing;

/// <summary>Writes a form as a service of its own, or into a service that is there: then nothing but its section <c>form</c> changes.</summary>
internal sealed class ServiceFile(string file, PackOfService pack)
{
    private const int LongestSummary = 160;

    public string Id => Path.GetFileNameWithoutExtension(file);

    /// <summary>A service that is there keeps everything but its form, to the letter.</summary>
    public void Replace(PackList form)
    {
        var text = TextFile.Read(file)!;
        var problems = new PackProblems();
        var map = YamlFile.Parse("", file, text, problems) as PackMap ?? throw new ImportException($"{file} cannot be read: correct it, or take it away.");
        var lines = text.Split('\n').Select(l => l + "\n").ToArray();
        lines[^1] = lines[^1][..^1];
        var section = YamlWriter.Write(new MapDraft().With("form", form).Map);
        var at = map.Entries.ToList().FindIndex(e => e.Key == "form");
        var (start, end) = at < 0 ? (lines.Length, lines.Length) : (map.Entries[at].Source.Line - 1, at + 1 < map.Entries.Count ? map.Entries[at + 1].Source.Line - 1 : lines.Length);
        TextFile.Write(file, $"{string.Concat(lines[..start])}{(start > 0 && !lines[start - 1].EndsWith('\n') ? "\n" : "")}{section}{string.Concat(lines[end..])}");
    }

    /// <exception cref="ImportException">Nobody says whose service it is.</exception>
    public void Create(FormDraft form, PackList section, string? organization, string language, DateOnly from)
    {
        var title = form.Title?.In(language) ?? Id.Replace('-', ' ');
        var map = new MapDraft()
            .With("id", Id)
            .With("organization", pack.Organization(organization) ?? throw new ImportException("Say whose service it is with --organization, or write it into the folder services/ of a pack."))
            .With("title", new PackScalar(title, default, quoted: true))
            .With("summary", new PackScalar(Short(form.Summary?.In(language) ?? title), default, quoted: true))
            .With("audience", ["citizen"])
            .With("valid-from", $"{from:yyyy-MM-dd}")
            .With("form", section)
            .With("workflow", pack.Decider is { } decider ? Workflow(decider) : null);
        TextFile.Write(file, YamlWriter.Write(map.Map));
    }

    private static string Short(string text) => text.Length <= LongestSummary ? text : $"{text[..LongestSummary].TrimEnd()} ...";

    // The shortest way from a draft to an end; the pack's people make it theirs.
    private static PackMap Workflow(string decider)
    {
        PackMap Action(string title, string to, string by, bool reason = false) =>
            new MapDraft().With("title", title).With("to", to).With("by", by).With("form", reason ? ["reason"] : []).Map;
        PackMap State(string title, params (string Name, PackMap Action)[] actions) =>
            new MapDraft().With("title", title).With("queue", actions.Length > 1 ? "new" : null).With("final", actions.Length == 0 ? "true" : null)
                .With("actions", actions.Length == 0 ? null : new PackMap([.. actions.Select(a => new PackEntry(a.Name, default, a.Action))], default)).Map;
        return new MapDraft()
            .With("draft", State("Draft", ("submit", Action("Send", "submitted", "applicant"))))
            .With("submitted", State("Received", ("approve", Action("Approve", "approved", decider)), ("reject", Action("Reject", "rejected", decider, reason: true))))
            .With("approved", State("Approved")).With("rejected", State("Rejected")).Map;
    }
}
