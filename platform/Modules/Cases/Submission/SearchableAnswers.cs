using Platform.Core.Data;
using Platform.Core.Keys.Search;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Submission;

/// <summary>The answers that officials may find a case by, as tokens: without the instance key nobody learns the values.</summary>
public static class SearchableAnswers
{
    /// <summary>One field for all services: an identity number found once is found in every case.</summary>
    private const string Field = "case";

    /// <summary>Every token a case may be stored under that has this value; see <see cref="SearchTokens.FindExact"/>.</summary>
    public static IReadOnlyList<string> FindExact(SearchTokens tokens, string value) => tokens.FindExact(Field, value);

    /// <summary>See <see cref="SearchTokens.FindName"/>.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> FindName(SearchTokens tokens, string name) => tokens.FindName(Field, name);

    internal static void Write(Act act, SearchTokens tokens, OpenCase draft)
    {
        if (!draft.Case.IsDraft)
        {
            act.Do("delete from cases_token where case_id = @CaseId", new { draft.Case.CaseId });
        }

        var searched = draft.Filled.Pages.SelectMany(p => p.Questions).SelectMany(q => q.All).Where(q => q.Answer is not null);
        foreach (var token in searched.SelectMany(q => TokensOf(tokens, q)).Distinct())
        {
            act.Do("insert into cases_token (token, case_id) values (@token, @CaseId)", new { token, draft.Case.CaseId });
        }
    }

    private static IEnumerable<string> TokensOf(SearchTokens tokens, FilledQuestion filled) => (filled.Asked.Question.Search, filled.Asked.Question.Searched(filled.Answer!)) switch
    {
        (AnswerSearch.Exact, { } value) => [tokens.Exact(Field, value)],
        (AnswerSearch.Name, { } name) => tokens.Name(Field, name),
        _ => [],
    };
}
