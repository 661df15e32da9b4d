using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Submission;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests;

/// <summary>Drafts of the residence certificate of the starter pack, made through the stores.</summary>
internal static class Residence
{
    public const string Service = "residence-certificate";
    public const string Marked = "Zzyzxmarked";

    public static string Village(TestPlatform platform) =>
        platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.OfLevel("village").First().Code;

    /// <summary>Every page with a right answer; who rents, and with whom one lives, is left to the test.</summary>
    public static Dictionary<string, Typed> Answers(TestPlatform platform) => new()
    {
        ["applicant"] = Fields(("full_name.given", Marked), ("birth_date.year", "1980")),
        ["address"] = Fields(("village", Village(platform)), ("since.year", "2019"), ("since.month", "4"), ("tenure", "owned")),
        ["household"] = Fields(("others", "")),
        ["purpose"] = Fields(("purpose", "school"), ("urgent", "no"), ("truthful", "yes")),
    };

    public static Typed Fields(params (string Name, string Value)[] fields) =>
        fields.Aggregate(Typed.Nothing, (typed, field) => typed.With(field.Name, field.Value));

    public static async Task<Guid> DraftAsync(TestPlatform platform, Guid owner, Dictionary<string, Typed>? answers = null, string service = Service)
    {
        var definition = platform.Services.GetRequiredService<EditionStore>().Live(service)!;
        var id = await platform.Services.GetRequiredService<DraftStore>().CreateAsync(definition.Service, By(owner), new CaseAccess.Owner(owner));
        foreach (var (page, typed) in answers ?? Answers(platform))
        {
            await SaveAsync(platform, id, owner, new DraftPage(page, 0, typed));
        }

        return id;
    }

    public static async Task SaveAsync(TestPlatform platform, Guid caseId, Guid owner, DraftPage page, params IReadOnlyList<UploadedFile> files)
    {
        var found = await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, new CaseAccess.Owner(owner));
        await platform.Services.GetRequiredService<DraftStore>().SaveAsync(found!, page, By(owner), files);
    }

    public static async Task<SubmissionResult?> SubmitAsync(TestPlatform platform, Guid caseId, Guid owner, long? version = null)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Submissions>().SubmitAsync(caseId, new CaseAccess.Owner(owner), _ => By(owner), version);
    }

    public static async Task<OpenCase?> OpenAsync(TestPlatform platform, Guid caseId, Guid owner)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenCases>().FindAsync(caseId, new CaseAccess.Owner(owner));
    }

    public static Actor By(Guid person) => new(person, null, Channels.Web);
}
