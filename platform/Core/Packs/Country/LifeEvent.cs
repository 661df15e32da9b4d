using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>For whom a life event or a service is meant.</summary>
public enum Audience { Citizen, Business, Official, Agency }

/// <summary>A situation in which people look for services: having a child, moving home.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">One sentence more.</param>
/// <param name="Icon">Name of a line icon from lucide.</param>
/// <param name="Audience">Whom it concerns.</param>
public sealed record LifeEvent(string Id, PackText Title, PackText? Description, string? Icon, Audience Audience)
{
    internal static LifeEvent Read(NodeReader reader) => new(
        reader.Slug(), reader.Text("title"), reader.OptionalText("description"), reader.Icon("icon"), reader.Choice("audience", Audience.Citizen));
}
