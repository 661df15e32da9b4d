using Platform.Web.Sites;

namespace Platform.Web.Themes;

/// <summary>The theme of the active release, rendered once for each.</summary>
public sealed class ActiveTheme(ActiveSite site)
{
    private (SiteLooks Looks, Theme Theme)? last;

    public Theme Current
    {
        get
        {
            var looks = site.Current.Looks;
            if (last is not { } known || !ReferenceEquals(known.Looks, looks))
            {
                last = known = (looks, new Theme(looks));
            }

            return known.Theme;
        }
    }
}
