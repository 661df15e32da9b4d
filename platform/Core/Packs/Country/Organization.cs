using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Kinds of public bodies.</summary>
public enum OrganizationType { Ministry, Agency, Authority, Court, LocalGovernment, Bank, Company, Other }

/// <summary>A public body.</summary>
public sealed record Organization
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Its official name.</summary>
    public required PackText Name { get; init; }

    /// <summary>A short form, where one is in use.</summary>
    public PackText? ShortName { get; init; }

    /// <summary>What it does.</summary>
    public PackText? Description { get; init; }

    /// <summary>What kind of body it is.</summary>
    public OrganizationType Type { get; init; }

    /// <summary>Id of the body above it.</summary>
    public string? Parent { get; init; }

    /// <summary>Code of the area it serves; null for the whole country.</summary>
    public string? Area { get; init; }

    /// <summary>How to reach it.</summary>
    public required Contact Contact { get; init; }

    /// <summary>Where people can go.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];

    internal static Organization Read(NodeReader reader, PackReferences known)
    {
        _ = reader.Optional("source");
        return new()
        {
            Id = reader.Slug(),
            Name = reader.Text("name"),
            ShortName = reader.OptionalText("short-name"),
            Description = reader.OptionalText("description"),
            Type = reader.Choice("type", OrganizationType.Other),
            Parent = known.Organization(reader.Scalar("parent")),
            Area = known.Area(reader.Scalar("area")),
            Contact = Contact.Read(reader),
            Offices = reader.List("offices", r => Office.Read(r, known)),
        };
    }
}
