using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Platform.Web.Languages;

namespace Platform.Browser.Tests.Kit;

/// <summary>What holds on every page of the site, whoever looks at it. The rules themselves stand in <c>rules.js</c>.</summary>
internal static class PageRules
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string Rules = Read("rules.js");

    /// <param name="page">In a window that runs scripts: the examiner is one.</param>
    /// <returns>One line for each rule broken; none on a good page.</returns>
    public static async Task<IReadOnlyList<string>> BrokenAsync(IPage page, Screen screen)
    {
        var wanted = new { lang = screen.Language, dir = PageLanguage.Of(screen.Language).Direction };
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Rules, wanted).WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageRules).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
