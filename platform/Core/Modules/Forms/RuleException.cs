using Microsoft.Extensions.Localization;
using Platform.Core.Texts;

namespace Platform.Core.Modules.Forms;

/// <summary>A rule says no (HTTP 409). Nothing was written.</summary>
/// <param name="text">An English sentence that is translated where it is shown: what the person can do.</param>
/// <param name="arguments">Its <c>{0}</c>; a <see cref="DateOnly"/> is written as the language writes days.</param>
public sealed class RuleException(string text, params object[] arguments) : Exception(text)
{
    /// <summary>The sentence in a language.</summary>
    public string In(IStringLocalizer t)
    {
        ArgumentNullException.ThrowIfNull(t);
        return t[Message, [.. arguments.Select(a => a is DateOnly day ? t.Formats().Date(day) : a)]];
    }
}
