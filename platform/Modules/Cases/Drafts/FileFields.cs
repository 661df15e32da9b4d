using System.Text.Json.Nodes;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Form.Questions;

namespace Platform.Modules.Cases.Drafts;

/// <summary>
/// The fields of a page that hold files. What stands below them (id, name, size, type) is the platform's word: of what a client sends there
/// nothing is kept, else it could name a file that nobody has.
/// </summary>
internal static class FileFields
{
    /// <summary>Those of the questions that were asked, and those of every item of a group.</summary>
    public static IEnumerable<(string Field, FileQuestion Question)> Of(FormPage page, Typed typed)
    {
        foreach (var question in page.Questions)
        {
            if (question.Question is FileQuestion file && typed.Below(question.Id).WasAsked)
            {
                yield return (question.Id, file);
            }

            var items = GroupQuestion.Count(typed.Below(question.Id));
            foreach (var inner in question.Items.Where(i => i.Question is FileQuestion))
            {
                for (var n = 0; n < items; n++)
                {
                    yield return ($"{question.Id}.{n}.{inner.Id}", (FileQuestion)inner.Question);
                }
            }
        }
    }

    /// <summary>Each file field anew: asked, and with what <paramref name="kept"/> gives for what was typed there.</summary>
    public static Typed Replace(FormPage page, Typed typed, Func<(string Field, FileQuestion Question), Typed, Typed> kept) => Of(page, typed).Aggregate(
        typed, (all, file) => all.Without(file.Field).With(file.Field).And(kept(file, typed.Below(file.Field)).Under(file.Field)));

    /// <summary>Whether the same was typed, and files of the same name, size and type were sent: a file that is sent again gets another id.</summary>
    public static bool AreSame(FormPage page, Typed one, Typed other) => JsonNode.DeepEquals(WithoutIds(page, one).ToJson(), WithoutIds(page, other).ToJson());

    private static Typed WithoutIds(FormPage page, Typed typed) => Of(page, typed).Aggregate(typed, (all, file) => all.Without($"{file.Field}.id"));
}
