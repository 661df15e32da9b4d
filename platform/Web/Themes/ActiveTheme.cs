using Platform.Web.Sites;

namespace Platform.Web.Themes;

/// <summary>The theme of the active release, rendered once for each.</summary>
public sealed class ActiveTheme(ActiveSite site)
{
    private volatile Drawn? last;

    public Theme Current
    {
        get
        {
            var looks = site.Current.Looks;
            if (last is not { } known || !ReferenceEquals(known.Looks, looks))
            {
                last = known = new(looks, new Theme(looks));
            }

            return known.Theme;
        }
    }

    private sealed record Drawn(SiteLooks Looks, Theme Theme);
}
