using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

/// <summary>The form of the test pack that asks a question of every type, filled in without a page.</summary>
public sealed class EveryQuestion : IAsyncLifetime
{
    public const string Service = "every-question";

    private TestPlatform platform = null!;

    public static string Folder { get; } = Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs", Service);

    public Pack Pack => platform.Services.GetRequiredService<ActivePack>().Current.Pack;

    public FormSection Form => Pack.Services.Find(Service)!.Section<FormSection>()!;

    public IStringLocalizer T => platform.Services.GetRequiredService<IStringLocalizer>();

    private FeelMoment Moment => new(platform.Services.GetRequiredService<TimeProvider>().Now().ToNoda(), Pack.TimeZone);

    public async ValueTask InitializeAsync() => platform = await TestPlatform.StartAsync(pack: Folder);

    public ValueTask DisposeAsync() => platform.DisposeAsync();

    /// <summary>What was typed to one question, judged by the form.</summary>
    internal (FilledQuestion Question, object? Value) Type(string question, Typed typed, string language = "en")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var page = Form.Pages.First(p => p.Questions.Any(q => q.Id == question)).Id;
        var filled = new FormFilling(T, Pack, Moment, new Dictionary<string, object?>()).Fill(Form, p => p == page ? typed.Under(question) : Typed.Nothing);
        return (filled.Page(page)!.Questions.First(q => q.Asked.Id == question), filled.Values[question]);
    }

    /// <summary>What expressions read where only this was typed.</summary>
    internal IReadOnlyDictionary<string, object?> Values(string question, Typed typed)
    {
        var page = Form.Pages.First(p => p.Questions.Any(q => q.Id == question)).Id;
        return new FormFilling(T, Pack, Moment, new Dictionary<string, object?>()).Fill(Form, p => p == page ? typed.Under(question) : Typed.Nothing).Values;
    }

    internal string Show(FilledQuestion filled, string language = "en")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return filled.Asked.Question.Show(filled.Answer!, new(T, Pack, language));
    }
}
