namespace Platform.Core.Packs;

/// <summary>Reads one merged service: base fields first, then each module's section.</summary>
internal sealed class ServiceReader(PackReading reading, PackReferences known, PackSchema schema, Pack pack)
{
    /// <param name="id">From the file's name.</param>
    /// <param name="area">Code of a local variant, else null.</param>
    /// <param name="node">The definition, merged over the layers and, for a variant, over the national service.</param>
    public ServiceDefinition? Read(string id, string? area, PackNode node)
    {
        var texts = reading.Latest = [];
        return ReadDefinition(id, area, node) is { } service ? service with { Texts = texts } : null;
    }

    private ServiceDefinition? ReadDefinition(string id, string? area, PackNode node) =>
        NodeReader.Read(node, $"service/{id}#", reading, schema.Sections.Count == 0, r =>
        {
            CheckId(r, id);
            var service = Base(r, id, area, (PackMap)node);
            ReadSections(r, service);
            SensitiveQuestions.Check(service, r.Problems);
            return service;
        });

    private static void CheckId(NodeReader reader, string id)
    {
        if (reader.Scalar("id") is { } written && written.Value != id)
        {
            reader.Problems.Add(written.Source, "The id '{0}' differs from the file's name: write 'id: {1}', or rename the file.", written.Value, id);
        }
    }

    private ServiceDefinition Base(NodeReader r, string id, string? area, PackMap definition) => WithOrganization(new()
    {
        Id = id,
        Area = area,
        Organization = known.Organization(r.RequiredScalar("organization")) ?? "",
        Title = r.Text("title"),
        Summary = r.Text("summary"),
        Icon = r.Icon("icon"),
        Description = r.OptionalText("description"),
        Eligibility = r.OptionalText("eligibility"),
        Result = r.OptionalText("result"),
        Audience = AtLeastOne(r, "audience", r.Choices<Audience>("audience")),
        LifeEvents = Known(r, "life-events", known.LifeEvent),
        LegalBasis = r.List("legal-basis", LegalBasis),
        ValidFrom = r.RequiredScalar("valid-from") is { } from ? PackDate.Read(from, r.Problems) ?? default : default,
        ValidTo = r.Date("valid-to"),
        Revision = r.Whole("revision", least: 1) ?? 1,
        CorrectedOn = r.Date("corrected-on"),
        Assurance = r.Choice("assurance", Assurance.Low),
        Anonymous = r.Flag("anonymous"),
        Deadline = Deadline(r),
        Channels = r.Has("channels") ? AtLeastOne(r, "channels", r.Choices<Channel>("channels")) : [Channel.Online],
        WhatYouNeed = r.List("what-you-need", n => new Requirement(n.Name(), n.Text("title"), n.OptionalText("description"), n.OptionalText("when"), n.Url("url"))),
        Steps = r.List("steps", s => new ServiceStep(s.Name(), s.Text("title"), s.OptionalText("description"))),
        Keywords = r.OptionalText("keywords"),
        Related = Known(r, "related", known.Service),
        Areas = Known(r, "areas", known.Area),
        PersonalData = r.List("personal-data", p => new PersonalData(p.Slug("category"), p.Text("legal-basis"))),
        Definition = definition,
    });

    private static ServiceDefinition WithOrganization(ServiceDefinition service)
    {
        service.Uses.Add(("organization", service.Organization));
        return service;
    }

    private static IReadOnlyList<T> AtLeastOne<T>(NodeReader reader, string key, IReadOnlyList<T> words)
    {
        if (words.Count == 0 && reader.Node(key) is null or PackList { Items.Count: 0 })
        {
            reader.Missing([key], "'{0}' is missing: write '{0}: [...]' with at least one word.", key);
        }
        return words;
    }

    private static List<string> Known(NodeReader reader, string key, Func<PackScalar?, string?> known) =>
        [.. reader.Scalars(key).Select(known).OfType<string>()];

    private static LegalBasis LegalBasis(NodeReader reader)
    {
        var source = reader.Optional("source");
        // Where a source is an address, people can read it there.
        return new(reader.Text("title"), reader.Optional("article"), reader.Url("url") ?? (source is not null && PackAddress.IsWhole(source) ? source : null), reader.Example());
    }

    private static ServiceDeadline? Deadline(NodeReader reader)
    {
        if (reader.Node("deadline") is not PackMap)
        {
            return reader.Duration("deadline") is { } within ? new(within, null, false) : null;
        }
        return reader.Map("deadline", d =>
        {
            d.RequiredScalar("within");
            return new ServiceDeadline(d.Duration("within") ?? default, d.OptionalText("source"), d.Example());
        });
    }

    private void ReadSections(NodeReader reader, ServiceDefinition service)
    {
        // Read also under a mistyped key: else every expression that reads its answers would be a mistake too.
        var keys = reader.Asked.Concat(schema.Sections.Select(s => s.Key)).ToHashSet();
        foreach (var section in schema.Sections)
        {
            if (reader.NodeOrMistyped(section.Key, keys) is not { } node)
            {
                continue;
            }
            if (!pack.Has(section.Module))
            {
                ReportSwitchedOff(node, section);
            }
            else if (section.Read(node, new(reading, known, schema, pack, service, section.Key)) is { } value)
            {
                service.Sections[section] = value;
            }
        }
    }

    private void ReportSwitchedOff(PackNode node, SectionReader section)
    {
        if (node.Source.Layer == pack.Name)
        {
            reading.Problems.Add(node.Source, "The section '{0}' belongs to the module '{1}', which is off: add it to 'modules' in pack.yaml, or take the section out.", section.Key, section.Module);
        }
        else
        {
            reading.Problems.Warn(node.Source, "The section '{0}' is passed over, because the module '{1}' is off.", section.Key, section.Module);
        }
    }
}
