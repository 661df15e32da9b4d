using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Platform.Web.Languages;

namespace Platform.Browser.Tests.Kit;

/// <summary>What holds on every page of the site, whoever looks at it.</summary>
internal static class PageRules
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
        // The list it compares with does not know languages for private use; the exact tag is compared below.
        Rules = new() { ["html-lang-valid"] = new() { Enabled = false } },
    };

    /// <param name="page">In a window that runs scripts: the examiner is one.</param>
    /// <returns>One line for each rule broken; none on a good page.</returns>
    public static async Task<IReadOnlyList<string>> BrokenAsync(IPage page, Screen screen)
    {
        List<string> broken = [];
        var html = page.Locator("html");
        if (await html.GetAttributeAsync("lang") is var lang && lang != screen.Language)
        {
            broken.Add($"the page says it is in '{lang}'");
        }

        if (await html.GetAttributeAsync("dir") is var dir && dir != PageLanguage.Of(screen.Language).Direction)
        {
            broken.Add($"the page runs '{dir}'");
        }

        if (await page.Locator("h1").CountAsync() is var headings and not 1)
        {
            broken.Add($"{headings} first headings");
        }

        broken.AddRange(await TooWideAsync(page));
        broken.AddRange(await UnclearAsync(page));
        broken.AddRange(Lines(await page.RunAxe(Wcag).WaitAsync(TimeSpan.FromSeconds(30))));
        return broken;
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page)
    {
        const string Wide = """
            () => {
                const root = document.documentElement;
                if (root.scrollWidth <= root.clientWidth) return [];
                const outside = [...document.body.querySelectorAll('*')].filter(e => {
                    const box = e.getBoundingClientRect();
                    return box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1);
                });
                return outside.slice(0, 3).map(e => `too wide: <${e.tagName.toLowerCase()} class="${e.className}"> ${Math.round(e.getBoundingClientRect().right)} px`).concat(`scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px`);
            }
            """;
        return await page.EvaluateAsync<string[]>(Wide);
    }

    private static async Task<IEnumerable<string>> UnclearAsync(IPage page)
    {
        const string Unclear = """
            () => {
                const current = [...document.querySelectorAll('.p-menu [aria-current]')];
                const silent = [...document.querySelectorAll('.govuk-summary-list__value')].filter(v => v.innerText.trim() === '' && !v.querySelector('img, svg'));
                return [
                    ...current.slice(1).map(e => `also current in the menu: ${e.innerText}`),
                    ...silent.map(v => `no answer beside: ${v.previousElementSibling?.innerText}`),
                ];
            }
            """;
        return await page.EvaluateAsync<string[]>(Unclear);
    }

    private static IEnumerable<string> Lines(AxeResult result) =>
        from violation in result.Violations
        from node in violation.Nodes
        select $"{violation.Id}: {violation.Help}: {node.Html}";
}
