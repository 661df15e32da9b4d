using Microsoft.AspNetCore.Identity;
using Platform.Core.Packs;

namespace Platform.Modules.Identity.Accounts;

/// <summary>Folds names for ASP.NET Core Identity as everywhere else here.</summary>
internal sealed class NameNormalizer(ActivePack pack) : ILookupNormalizer
{
    public string? NormalizeName(string? name) => SignInNames.Fold(name, pack.Current.Pack.Phone);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
