using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Cases.Editions;

namespace Platform.Modules.Cases.Form;

/// <param name="Size">As "1.2 MB".</param>
public sealed record SentFile(Guid FileId, string Name, string Size);

/// <summary>The files that the answers of a case name; one that was replaced is not among them.</summary>
public sealed class SentFiles(CaseStore cases, EditionStore editions, CaseVault vault, IStringLocalizer t)
{
    public async Task<IReadOnlyList<SentFile>> OfAsync(CaseRow found, CaseAccess access, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (found.ErasedAt is not null || await cases.AnswersAsync(found.CaseId, access, cancellationToken) is not { } stored)
        {
            return [];
        }

        var named = await NamedAsync(found, stored, cancellationToken);
        var shown = new List<SentFile>();
        foreach (var file in (await cases.FilesAsync(found.CaseId, access, cancellationToken)).Where(f => named.Contains(f.FileId)))
        {
            shown.Add(new(file.FileId, (string)(await vault.OpenFileAsync(found.CaseId, file))["name"]!, t.Formats().FileSize(file.Size)));
        }

        return shown;
    }

    private async Task<HashSet<Guid>> NamedAsync(CaseRow found, SealedAnswers stored, CancellationToken cancellationToken)
    {
        var answers = await vault.OpenAnswersAsync(found.CaseId, stored);
        var form = (await editions.OfAsync(found, cancellationToken)).Service.Section<FormSection>()!;
        return [.. form.Questions.Where(q => answers[q.Id] is not null).SelectMany(q => q.Question.Files(answers[q.Id]!))];
    }
}
