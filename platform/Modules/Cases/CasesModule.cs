using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules;
using Platform.Modules.Cases.Api;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Counting;
using Platform.Modules.Cases.Demo;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Erasure;
using Platform.Modules.Cases.Facts;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Questions;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;
using Platform.Web.Assets;
using Platform.Web.People;

namespace Platform.Modules.Cases;

/// <summary>Applications from draft to archive: forms, drafts, submission, workflow, and the person's own cases.</summary>
public sealed class CasesModule : PlatformModule
{
    public override string Name => "cases";

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Options<CasesOptions>();
        Array.ForEach(CasesPermissions.All, module.Permission);
        AddQuestions(module);
        module.Icons(() => Icons.Names);
        module.Fact<PersonFact>("person");
        module.Fact<CaseFact>("case");
        module.Section<FormSection>("form");
        module.Section<WorkflowSection>("workflow");
        module.Section<FeesSection>("fees");
        module.Section<RoutingSection>("routing");
        // Open to all: whose case it is decides each page, and a case without a name belongs to a browser, not to an account.
        module.OpenPages("/Cases");
        module.Pages("/Desk", CasesPermissions.View);
        module.Pages("/Desk/File", CasesPermissions.File);
        module.Menu(MenuPlaces.Desk, "Cases", "/desk", CasesPermissions.View, order: 10);
        module.Menu(MenuPlaces.Desk, "File for a person", "/desk/file", CasesPermissions.File, order: 20);
        module.Menu(MenuPlaces.Desk, "Register of the day", "/desk/register", CasesPermissions.View, order: 40);
        module.Api(CasesApi.Map);
        module.On<CaseErased, DestroyKey>();
        module.Job<EraseAgain>(every: TimeSpan.FromHours(1));
        module.Job<ForgetRequests>(every: TimeSpan.FromDays(1));
        module.Job<SweepDrafts>(every: TimeSpan.FromDays(1));
        module.Menu(MenuPlaces.Account, "My cases", "/my/cases", order: 10);
        AddServices(module.Services);
        CasesExport.Declare(module);
    }

    private static void AddQuestions(ModuleBuilder module)
    {
        module.Question<TextQuestion>("text");
        module.Question<LongTextQuestion>("long-text");
        module.Question<NumberQuestion>("number");
        module.Question<MoneyQuestion>("money");
        module.Question<DateQuestion>("date");
        module.Question<TimeQuestion>("time");
        module.Question<ChoiceQuestion>("choice");
        module.Question<ChoicesQuestion>("choices");
        module.Question<YesNoQuestion>("yes-no");
        module.Question<EmailQuestion>("email");
        module.Question<PhoneQuestion>("phone");
        module.Question<NationalIdQuestion>("national-id");
        module.Question<NameQuestion>("name");
        module.Question<AreaQuestion>("area");
        module.Question<AddressQuestion>("address");
        module.Question<OrganizationQuestion>("organization");
        module.Question<CountryQuestion>("country");
        module.Question<FileQuestion>("file");
        module.Question<DeclarationQuestion>("declaration");
        module.Question<ComputedQuestion>("computed");
        module.Question<GroupQuestion>("group");
        module.Question<TableQuestion>("table");
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CaseVault>();
        services.AddSingleton<CaseCounts>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<CaseFiles>();
        services.AddSingleton<CaseDownloads>();
        services.AddSingleton<EditionStore>();
        services.AddScoped<FactFinder>();
        services.AddScoped(s => new OpenCases(
            s.GetRequiredService<CaseStore>(), s.GetRequiredService<DraftStore>(), s.GetRequiredService<EditionStore>(), s.GetRequiredService<FactFinder>(),
            s.GetRequiredService<IStringLocalizer>(), s.GetRequiredService<TimeProvider>()));
        services.AddScoped<Submissions>();
        services.AddSingleton<PageInputs>();
        services.AddHttpContextAccessor();
        services.AddScoped<Applicant>();
        services.AddScoped<SentFiles>();
        services.AddScoped<MyCaseReading>();
        services.AddSingleton<Erasures>();
        services.AddScoped(s => new CaseServices(
            s.GetRequiredService<CaseStore>(), s.GetRequiredService<DraftStore>(), s.GetRequiredService<OpenCases>(), s.GetRequiredService<EditionStore>(),
            s.GetRequiredService<Submissions>(), s.GetRequiredService<CaseMoves>())
        { Applicant = s.GetRequiredService<Applicant>() });
        services.AddSingleton<ApiFiles>();
        services.AddScoped<ConflictWords>();
        services.AddScoped<CaseMoves>();
        services.AddSingleton(s => new DemoCases(s));
        AddDesk(services);
    }

    private static void AddDesk(IServiceCollection services)
    {
        services.AddSingleton<DeskStore>();
        services.AddSingleton<NoteStore>();
        services.AddSingleton<AccessLog>();
        services.AddScoped<PeopleNames>();
        services.TryAddScoped<PeopleSearch>();
        services.AddScoped<DeskTable>();
        services.AddScoped<DeskWords>();
        services.AddScoped<DeskCaseReading>();
        services.AddScoped<DeskWork>();
        services.AddScoped<DeskCases>();
        services.AddScoped<DeskServices>();
        services.AddScoped<CounterDrafts>();
        services.AddScoped<FeeWords>();
    }
}
