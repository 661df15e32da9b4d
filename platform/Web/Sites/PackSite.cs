using System.Globalization;
using Microsoft.Extensions.Hosting;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Web.Languages;

namespace Platform.Web.Sites;

/// <summary>Draws the site from the active pack, once for each release.</summary>
internal sealed class PackSite(ActivePack active, Texts texts, IHostEnvironment environment)
{
    private static readonly string[] PseudoLanguages = ["qps-ploc", "ar-XB"];

    private volatile Drawn? drawn;

    public Site Current
    {
        get
        {
            if (!active.Any)
            {
                return UnnamedSite.Site;
            }

            var (release, problems) = (active.Current, active.Problems);
            var known = drawn;
            return (known is not null && known.Release == release && known.Problems == problems ? known : drawn = new(release, problems, Draw(release, problems))).Site;
        }
    }

    private Site Draw(ActiveRelease release, IReadOnlyList<PackProblem> problems)
    {
        var brand = release.Pack.Brand;
        IReadOnlyList<string> errors = [.. problems.Select(p => p.ToString())];
        return new()
        {
            // With the mistakes, since pages show them: else pages kept before the edit would hide them.
            Release = string.Create(CultureInfo.InvariantCulture, $"{release.Number}{string.Concat(errors.Select(e => $"\n{e}"))}"),
            // The pseudo-languages show what was not translated and what does not turn around; no visitor ever needs them.
            Languages = [.. release.Pack.Languages.Concat(environment.IsDevelopment() ? PseudoLanguages : []).Select(tag => PageLanguage.Of(tag) with { Formats = texts.Formats(tag).Culture })],
            Name = () => Text(brand.Name),
            Tagline = () => brand.Tagline is { } tagline ? Text(tagline) : null,
            Demonstration = brand.Demonstration,
            Pages = () => Pages(release.Pack.Pages),
            ChangedAt = release.CreatedAt,
            PackErrors = errors,
            Looks = Looks(release.Pack),
        };
    }

    private static IReadOnlyList<SitePage> Pages(PackPages pages) =>
        [.. pages.All.Select(p => p.Name).Distinct().Order(StringComparer.Ordinal).Select(name => new SitePage(pages.Find(name, CultureInfo.CurrentUICulture.Name)!.Title, $"/pages/{name}"))];

    private string Text(PackText text) => texts.Get(CultureInfo.CurrentUICulture.Name, text).Value;

    private static SiteLooks Looks(Pack pack) => new(
        pack.Brand.Colours,
        pack.Brand.BodyFonts,
        pack.Brand.HeadingFonts,
        pack.Brand.LineHeight,
        pack.Brand.Radius,
        pack.Brand.Spacing,
        [.. pack.Brand.FontFiles.Select(f => new SiteFont(f.Family, f.Weight, f.File))],
        pack.Brand.Logo,
        pack.Brand.Favicon,
        pack.Assets.ToDictionary(a => a.Key, a => a.Value.Content.ToArray()));

    private sealed record Drawn(ActiveRelease Release, IReadOnlyList<PackProblem> Problems, Site Site);
}
