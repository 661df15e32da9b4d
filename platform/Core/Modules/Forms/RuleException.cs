namespace Platform.Core.Modules.Forms;

/// <summary>A rule says no (HTTP 409). Nothing was written.</summary>
/// <param name="text">An English sentence that is translated where it is shown: what the person can do.</param>
/// <param name="arguments">Its <c>{0}</c>.</param>
public sealed class RuleException(string text, params object[] arguments) : Exception(text)
{
    public string Text => Message;

    public IReadOnlyList<object> Arguments => arguments;
}
