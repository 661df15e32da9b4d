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
            var errors = state[field]!.Errors;
            errors[^1] = new Unfulfilled(otherwise, state.ErrorCount);
        }
    }

    /// <summary>The place of a mistake in the order in which a page says its requirements, which is that of its fields: the model state sorts by name.</summary>
    internal static int Place(ModelError error) => error is Unfulfilled said ? said.Place : 0;

    private sealed class Unfulfilled(string message, int place) : ModelError(message)
    {
        public int Place { get; } = place;
    }
}
