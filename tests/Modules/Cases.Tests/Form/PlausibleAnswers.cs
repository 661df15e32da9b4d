using System.Globalization;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>Answers that people might give to a question of each type, as they would type them.</summary>
internal sealed class PlausibleAnswers(Pack pack, FeelMoment moment)
{
    private static readonly string[] Numbers = ["50", "100", "1", "10", "5", "0.5", "0.005", "400", "5000", "1000000"];

    private readonly DateOnly today = moment.Instant.InZone(moment.Zone).Date.ToDateOnly();

    // A name in the country's own letters, and numbers of papers in the shapes that rules ask for.
    private string[] Texts => ["Example", pack.Areas.All[0].Name(pack.DefaultLanguage), "NR-2026-00012", "ABCDEFGH12", "1234", "123456789"];

    private DateOnly[] Dates => [today.AddYears(-30), today.AddYears(-10), today.AddYears(-1), today.AddDays(-40), today.AddDays(-1), today, today.AddDays(20)];

    public IEnumerable<Typed> For(Question question) => question switch
    {
        DateQuestion => Dates.Select(d => One(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        NumberQuestion or MoneyQuestion => Numbers.Select(One),
        TimeQuestion => [One("09:30"), One("14:00")],
        ChoiceQuestion choice => choice.Options.Select(o => One(o.Id)),
        ChoicesQuestion choices => [One([.. choices.Options.Select(o => o.Id)]), .. choices.Options.Select(o => One(o.Id))],
        YesNoQuestion => [One("yes"), One("no")],
        DeclarationQuestion => [One("yes")],
        AddressQuestion address => [Typed.Nothing.With("area", pack.Areas.OfLevel(address.Levels[^1].Id).First().Code).With("line", "Example")],
        AreaQuestion area => [One(pack.Areas.OfLevel(area.Levels[^1].Id).First().Code)],
        OrganizationQuestion => [One(pack.Organizations[0].Id)],
        CountryQuestion => [One("BE")],
        NameQuestion name => [name.Parts.Aggregate(Typed.Nothing, (typed, part) => typed.With(part.Id, "Example"))],
        FileQuestion => [One("").With("id", $"{Guid.CreateVersion7()}").With("name", "paper.pdf").With("size", "1000").With("type", "application/pdf")],
        PhoneQuestion => [One(pack.Phone!.Example!)],
        NationalIdQuestion => [One(pack.IdNumber!.Example!)],
        EmailQuestion => [One("example@example.org")],
        _ => Texts.Select(One),
    };

    private static Typed One(params string[] value) => Typed.Nothing.With("", value);

    private static Typed One(string value) => Typed.Nothing.With("", value);
}
