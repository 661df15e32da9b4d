using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Editions;

namespace Platform.Modules.Cases.Form;

/// <param name="Size">As "1.2 MB".</param>
public sealed record SentFile(Guid FileId, string Name, string Size);

/// <summary>The files that the answers of a case name, before them the scan of its paper; one that was replaced is not among them.</summary>
public sealed class SentFiles(EditionStore editions, CaseVault vault, IStringLocalizer t)
{
    public async Task<IReadOnlyList<SentFile>> OfAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Case.ErasedAt is not null || stored.Answers is not { } answers || stored.Files.Count == 0)
        {
            return [];
        }

        var named = await NamedAsync(stored.Case, answers, cancellationToken);
        var shown = new List<SentFile>();
        foreach (var file in stored.Files.Where(f => f.FileId == stored.Case.ScanId || named.Contains(f.FileId)).OrderBy(f => f.FileId != stored.Case.ScanId))
        {
            var name = (string)(await vault.OpenFileAsync(stored.Case.CaseId, file))["name"]!;
            shown.Add(new(file.FileId, file.FileId == stored.Case.ScanId ? t["The scanned paper: {0}", name] : name, t.Formats().FileSize(file.Size)));
        }

        return shown;
    }

    private async Task<HashSet<Guid>> NamedAsync(CaseRow found, SealedAnswers sent, CancellationToken cancellationToken)
    {
        var answers = await vault.OpenAnswersAsync(found.CaseId, sent);
        var form = (await editions.OfAsync(found, cancellationToken)).Service.Section<FormSection>()!;
        return [.. form.Questions.Where(q => answers[q.Id] is not null).SelectMany(q => q.Question.Files(answers[q.Id]!))];
    }
}
