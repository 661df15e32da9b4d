using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Ways to reach a body, as printed: not translated.</summary>
public sealed record Contact(string? Phone, string? Email, string? Url)
{
    internal static Contact Read(NodeReader reader) => new(reader.Optional("phone"), reader.Optional("email"), reader.Url("url"));
}

/// <summary>A place where an organization receives people.</summary>
public sealed record Office(string Id, PackText Name, PackText? Address, string? Area, PackText? OpeningHours, Contact Contact)
{
    internal static Office Read(NodeReader reader, PackReferences known) => new(
        reader.Name(), reader.Text("name"), reader.OptionalText("address"), known.Area(reader.Scalar("area")),
        reader.OptionalText("opening-hours"), new(reader.Optional("phone"), reader.Optional("email"), null));
}
