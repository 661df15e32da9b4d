using Platform.Core.Feel;
using Platform.Core.People;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Something that is asked of an identity provider, and that the person allows there.</summary>
/// <param name="Id">What the answer to it is called in expressions.</param>
/// <param name="Title">What it is in the person's words.</param>
/// <param name="Call">What the provider calls it.</param>
/// <param name="At">Which of its systems is asked, where the provider wants to know.</param>
/// <param name="Optional">Signing in goes on without an answer to it.</param>
public sealed record SignInQuestion(string Id, PackText Title, string Call, string? At, bool Optional);

/// <summary>An identity provider outside that people may sign in with.</summary>
/// <param name="Id">The connector that speaks with it; also in addresses.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Hint">What to say of it on the page of signing in.</param>
/// <param name="Assurance">How sure its word makes who somebody is: <see cref="Assurances.Substantial"/> or <see cref="Assurances.High"/>.</param>
/// <param name="Asks">At least one.</param>
/// <param name="Person">What its answers say of the person.</param>
public sealed record SignInProvider(string Id, PackText Title, PackText? Hint, string Assurance, IReadOnlyList<SignInQuestion> Asks, SignInPerson Person)
{
    internal static SignInProvider Read(NodeReader reader, Pack pack)
    {
        var asks = reader.List("asks", r => new SignInQuestion(r.Id(), r.Text("title"), r.Required("call"), r.Optional("at"), r.Flag("optional")));
        if (asks.Count == 0)
        {
            reader.Missing(["asks"], "'asks' is missing: list at least one thing that the provider is asked.");
        }

        var scope = new FeelType.Context(asks.Where(a => a.Id.Length > 0).ToDictionary(a => a.Id, FeelType (_) => new FeelType.Context(null)));
        if (!reader.Has("person"))
        {
            reader.Missing(["person"], "'person' is missing: say what the answers tell of the person, at least 'id-number'.");
        }

        return new(
            IdOf(reader, pack), reader.Text("title"), reader.OptionalText("hint"), AssuranceOf(reader), asks,
            reader.Map("person", r => SignInPerson.Read(r, scope, pack)) ?? SignInPerson.Nobody);
    }

    private static string IdOf(NodeReader reader, Pack pack)
    {
        var id = reader.Slug();
        if (pack.IdNumber is null)
        {
            reader.Problems.Add(reader.Source, "Somebody who signs in with '{0}' is known by the identity number: say with 'id-number' how it looks here.", id);
        }

        if (id.Length > 0 && !pack.Connectors.Contains(id))
        {
            reader.Problems.Add(reader.At("id"), "Nothing speaks with '{0}': add it to 'connectors', or name one of those.", id);
        }

        return id;
    }

    // Of a provider that is not sure who somebody is nobody could say whose number it tells.
    private static string AssuranceOf(NodeReader reader)
    {
        var word = reader.RequiredScalar("assurance");
        if (word is not null and not { Value: Assurances.Substantial or Assurances.High })
        {
            reader.Problems.Add(word.Source, "'{0}' must be substantial or high: a provider that is less sure cannot say whose identity number it is.", "assurance");
        }

        return word?.Value ?? Assurances.Substantial;
    }
}
