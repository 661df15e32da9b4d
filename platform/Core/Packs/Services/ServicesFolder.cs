namespace Platform.Core.Packs;

/// <summary>Finds the services of a pack and puts local variants on top of their national service.</summary>
internal sealed class ServicesFolder(PackLayers layers, PackReferences known, PackReading reading)
{
    private const string Local = "services/local/";

    public PackServices Read(ServiceReader reader) => new(
        [.. National().Concat(Variants()).Select(s => reader.Read(s.Id, s.Area, s.Node)).OfType<ServiceDefinition>()]);

    private IEnumerable<(string Id, string? Area, PackNode Node)> National() =>
        from path in layers.Paths("services/", ".yaml")
        where !path.StartsWith(Local, StringComparison.Ordinal)
        let id = Name(path, "services/")
        where id is not null && Defined(path)
        select (id, (string?)null, layers.Yaml(path)!);

    // A service that a file takes away is not there; one whose file says nothing was forgotten.
    private bool Defined(string path)
    {
        if (layers.Each(path) is [.., var top] && top.Text.Split('\n').All(line => line.Trim() is "" or ['#', ..]))
        {
            reading.Problems.Add(top.Source, "Nothing stands in this file: write the service, or delete the file.");
        }

        return layers.Yaml(path) is not null;
    }

    private IEnumerable<(string Id, string? Area, PackNode Node)> Variants()
    {
        foreach (var path in layers.Paths(Local, ".yaml"))
        {
            var area = path[Local.Length..].Split('/')[0];
            if (Name(path, $"{Local}{area}/") is { } id && layers.Yaml(path) is { } node
                && known.Area(new PackScalar(area, node.Source)) is not null && Placed(id, area, node) is { } local && OnNational(id, local) is { } merged)
            {
                yield return (id, area, merged);
            }
        }
    }

    private PackNode? OnNational(string id, PackNode local) =>
        layers.Yaml($"services/{id}.yaml") is { } national ? new LayerMerge(reading.Problems).Merge(national, local) : local;

    // What a variant says of its own place is compared with where its file stands, and is no part of the definition.
    private PackNode? Placed(string id, string area, PackNode node)
    {
        if (node is not PackMap local)
        {
            return node;
        }

        if (local["area"] is { } written && (written as PackScalar)?.Value != area)
        {
            reading.Problems.Add(written.Source, "The area differs from the folder: write 'area: {0}', or move the file to the folder of its area.", area);
        }

        if (local["variant-of"] is { } of && ((of as PackScalar)?.Value != id || layers.Yaml($"services/{id}.yaml") is null))
        {
            reading.Problems.Add(of.Source, "A variant has the file name of its national service, and there must be one: write 'variant-of: {0}' and services/{0}.yaml, or take the line out and write the whole service.", id);
            return null;
        }

        return new PackMap([.. local.Entries.Where(e => e.Key is not ("area" or "variant-of"))], local.Source);
    }

    private string? Name(string path, string folder)
    {
        var name = path[folder.Length..^".yaml".Length];
        if (PackId.IsSlug(name))
        {
            return name;
        }
        reading.Problems.Add(layers.File(path)!.Source with { Line = 0 }, "The file's name is not a service's id: rename it with small letters, digits and '-', directly below {0}.", folder);
        return null;
    }
}
