using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Questions;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>Fills in any form: to each question that is asked the first plausible answer that the form accepts.</summary>
internal sealed class WillingApplicant(TestPlatform platform, FormSection form)
{
    private readonly FormFilling filling = new(
        platform.Services.GetRequiredService<IStringLocalizer>(), Pack(platform), Moment(platform),
        new Dictionary<string, object?> { ["case"] = new Dictionary<string, object?> { ["named"] = true } });

    private readonly PlausibleAnswers plausible = new(Pack(platform), Moment(platform));

    /// <summary>Every answer worth trying first: they lead down every branch.</summary>
    public IEnumerable<(string Question, Typed Answer)> Wishes =>
        form.Questions.Where(q => q.Question is ChoiceQuestion or YesNoQuestion or DateQuestion or NumberQuestion)
            .Concat(form.Questions.SelectMany(q => q.Items).Where(q => q.Question is ChoiceQuestion or YesNoQuestion))
            .SelectMany(q => plausible.For(q.Question).Select(a => (q.Id, a)));

    /// <summary>What was typed by page, and what the form made of it.</summary>
    /// <param name="wish">Tried first where its question is asked.</param>
    public (Dictionary<string, Typed> Typed, FilledForm Filled) FillIn((string Question, Typed Answer)? wish = null)
    {
        var typed = form.Pages.ToDictionary(p => p.Id, p => p.Questions.Aggregate(Typed.Nothing, WithItems));
        var seen = new HashSet<string>();
        FilledForm Filled() => filling.Fill(form, p => typed[p]);
        while (Next(Filled(), seen) is var (page, question))
        {
            var before = typed[page];
            var answers = plausible.For(question.Asked.Question);
            if (wish?.Question == question.Asked.Id)
            {
                answers = answers.Prepend(wish.Value.Answer);
            }

            var fits = answers.Any(a =>
            {
                typed[page] = a.Under(question.Field).And(before.Without(question.Field));
                return Fits(Filled().Page(page)!, question.Field);
            });
            typed[page] = fits ? typed[page] : before;
        }

        return (typed, Filled());
    }

    // A rule of the whole group is judged with its last item, and of that with its last answer.
    private static bool Fits(FilledPage page, string field)
    {
        var top = page.Questions.First(q => q.All.Any(i => i.Field == field));
        var isLast = top.Items.Count == 0 || top.Items[^1].Any(q => q.All.Any(i => i.Field == field));
        return (top.Mistakes.Count == 0 || !isLast) && top.All.First(q => q.Field == field).IsComplete;
    }

    // As many items as are needed, and one where none is.
    private static Typed WithItems(Typed typed, FormQuestion question) => question.Question is GroupQuestion group
        ? typed.With($"{question.Id}.{Math.Max(group.Min, 1) - 1}.{question.Items[0].Id}", "")
        : typed;

    private static (string Page, FilledQuestion Question)? Next(FilledForm filled, HashSet<string> seen) => filled.Pages
        .SelectMany(p => p.Questions.SelectMany(q => q.All).Select(q => ((string, FilledQuestion)?)(p.Page.Id, q)))
        .FirstOrDefault(q => q!.Value.Item2.Asked.Question is not (GroupQuestion or ComputedQuestion) && seen.Add($"{q.Value.Item1}/{q.Value.Item2.Field}"));

    private static Pack Pack(TestPlatform platform) => platform.Services.GetRequiredService<ActivePack>().Current.Pack;

    private static FeelMoment Moment(TestPlatform platform) => new(platform.Services.GetRequiredService<TimeProvider>().Now().ToNoda(), Pack(platform).TimeZone);
}
