using Platform.Testing;

namespace Platform.Cli.Tests.Packs;

/// <summary>One mistake of the pack <c>thirty-mistakes</c>: where it is reported, in which words, and how its line is put right.</summary>
public sealed record PlantedMistake(string File, int Line, string Says, string Wrong, string Right)
{
    public static readonly string Folder = Path.Combine(TestFolder.RepositoryRoot, "tests/Cli.Tests/Packs/thirty-mistakes");

    public string Finding => $"{File}:{Line}: {Says}";

    public static IReadOnlyList<PlantedMistake> All { get; } =
    [
        new("calendar.yaml", 4, "'02-30' is not a day of the year: write month-day, for example 12-02.", "02-30", "02-28"),
        new("documents/permit.hbs", 2, "'{{{' and '{{&' put text out without encoding: write '{{name}}'.", "{{{holder}}}", "{{holder}}"),
        new("life-events.yaml", 1, "The key 'ikon' is not known here: did you mean 'icon'?", "ikon", "icon"),
        new("locales/kjg.po", 5, "A text stands between double quotes: write one before it and one behind it.", "msgstr \"This permit belongs to:", "msgstr \"This permit belongs to:\""),
        new("locales/lo.po", 4, "The translation of 'Your application {0} is approved' has lost {0}: write it where the value is to stand.", "msgstr \"ຄຳຮ້ອງ", "msgstr \"{0}: ຄຳຮ້ອງ"),
        new("organizations.yaml", 2, "There is no organization 'regsitry': did you mean 'registry'?", "regsitry", "registry"),
        new("organizations.yaml", 3, "There is no area '10' in areas.csv: add its row, or correct the code.", "\"10\"", "\"01\""),
        new("pack.yaml", 3, "'lao_LA' is not a language tag: write it as in BCP 47, for example en, kjg or mn-Mong.", "[en, lao_LA]", "[en]"),
        new("pack.yaml", 5, "'kip' is not a currency: write its three capital letters from ISO 4217.", "kip", "XTS"),
        new("pack.yaml", 8, "The expression 'string length(vaule) = 8' is wrong at its column 15: The name vaule is not known; did you mean value?", "vaule", "value"),
        new("pack.yaml", 13, "'on-brand' on 'brand' has a contrast of 2.8:1, but WCAG AA asks for 4.5:1: make one darker or the other lighter.", "#8a9aa6", "#1f4a5f"),
        new("roles.yaml", 1, "There is no permission 'cases.tkae': did you mean 'cases.take'?", "cases.tkae", "cases.take"),
        new("roles.yaml", 3, "The id 'registrar' stands twice in this list: give one of the two another id.", "registrar, title: Cashier", "cashier, title: Cashier"),
        new("services/building-permit.yaml", 6, "There is no life event 'bilding': did you mean 'building'?", "bilding", "building"),
        new("services/building-permit.yaml", 8, "There is no service 'trade-license': did you mean 'trade-licence'?", "trade-license", "trade-licence"),
        new("services/building-permit.yaml", 14, "A choice needs either 'options: [{id, label}]' or 'choices: <list of choices.yaml>'.", "want to build?}", "want to build?, options: [{id: workshop, label: A workshop}]}"),
        new("services/building-permit.yaml", 15, "The expression 'floors >' is wrong at its column 9: Expected an expression, found the end.", "floors >", "floors > 0"),
        new("services/building-permit.yaml", 18, "The expression 'kindd = \"workshop\"' is wrong at its column 1: The name kindd is not known; did you mean kind?", "kindd", "kind"),
        new("services/building-permit.yaml", 21, "Another question of this form has the id 'floors': give one of the two another id.", "floors, type: number, label: How many rooms?", "rooms, type: number, label: How many rooms?"),
        new("services/building-permit.yaml", 24, "The expression 'full_name' is wrong at its column 1: Expected number, found string.", "amount: full_name", "amount: 20 * floors"),
        new("services/building-permit.yaml", 26, "There is no way to pay 'cuonter': did you mean 'counter'?", "cuonter", "counter"),
        new("services/building-permit.yaml", 37, "There is no role 'clark': did you mean 'clerk'?", "clark", "clerk"),
        new("services/building-permit.yaml", 42, "There is no verb 'isue-document': did you mean 'issue-document'?", "isue-document", "issue-document"),
        new("services/building-permit.yaml", 42, "There is no template 'aproved': did you mean 'approved'?", "aproved", "approved"),
        new("services/building-permit.yaml", 43, "The workflow has no state 'regected': did you mean 'rejected'?", "regected", "rejected"),
        new("services/building-permit.yaml", 54, "'palce' cannot be revealed, because the document has no such field: did you mean 'place'?", "palce", "place"),
        new("services/trade-licence.yaml", 24, "The action 'refuse' decides the case, but no role that does it may decide: give one of witness the permission 'cases.decide' in roles.yaml, or name another role.", "by: witness", "by: registrar"),
        new("services/trade-licence.yaml", 27, "No action leads to the state 'expired': remove it, or let an action go 'to: expired'.", "  expired: {title: Expired, final: true}", ""),
        new("services/trade-licence.yaml", 30, "'title' is missing: write 'title: ...'.", "{id: licence, template", "{id: licence, title: Licence of a trader, template"),
        new("services/trade-licence.yaml", 31, "There is no template 'bagde': use one of licence, permit, or add the file documents/bagde.hbs.", "bagde", "licence"),
    ];
}
