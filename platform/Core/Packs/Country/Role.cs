using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>What a kind of official may do; grants give it to persons.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">What the role is called.</param>
/// <param name="Description">One sentence more.</param>
/// <param name="Permissions">Names declared by modules.</param>
public sealed record Role(string Id, PackText Title, PackText? Description, IReadOnlyList<string> Permissions)
{
    internal static Role Read(NodeReader reader, PackReferences known) => new(
        reader.Slug(), reader.Text("title"), reader.OptionalText("description"),
        [.. reader.Scalars("permissions").Select(p => known.Permission(p) ?? p.Value)]);
}
