using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Platform.Web.Components;

/// <summary>What a form must fulfil, said where it is read; the mistakes stand beside their fields and in the summary.</summary>
public static class Requirements
{
    /// <param name="field">The field beside which the mistake stands.</param>
    /// <param name="otherwise">What to do, in the person's words.</param>
    public static void Require(this ModelStateDictionary state, string field, bool fulfilled, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!fulfilled)
        {
            state.AddModelError(field, otherwise);
        }
    }
}
