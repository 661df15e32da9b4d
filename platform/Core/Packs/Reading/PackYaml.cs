using NodaTime;

namespace Platform.Core.Packs;

/// <summary>Reads <c>pack.yaml</c>: who we are.</summary>
internal static class PackYaml
{
    public static Pack Read(NodeReader reader, PackReferences known, string folder)
    {
        _ = reader.Optional("extends");
        List<string> connectors = [.. reader.Scalars("connectors").Select(known.Connector).OfType<string>()];
        var pack = new Pack
        {
            Name = Name(reader, folder),
            Version = reader.Required("version"),
            Languages = Languages(reader),
            SourceLanguage = PackLanguage.Read(reader.RequiredScalar("source-language"), reader.Problems) ?? "en",
            Currency = Required(reader, "currency", PackCurrency.Read) ?? new("XXX", 2, 1),
            TimeZone = Zone(reader),
            Names = PersonNames.Read(reader),
            Phone = reader.Map("phone", PhoneRule.Read),
            IdNumber = reader.Map("id-number", IdNumberRule.Read),
            AreaLevels = reader.List("area-levels", r => new AreaLevel(r.Id(), r.Text("title"))),
            Modules = reader.Has("modules") ? Modules(reader, known) : null,
            Connectors = connectors,
            OtherConnectors = known.OtherConnectors(connectors),
            AskedMost = [.. reader.Scalars("asked-most").Select(known.Service).OfType<string>()],
            Brand = Required(reader, "brand", r => BrandReader.Read(r, known)) ?? new() { Name = new("pack#name", folder), Colours = BrandColours.Plain, Radius = "0" },
        };
        return pack with { SignInProviders = new(reader.List("sign-in", r => SignInProvider.Read(r, pack)), p => p.Id) };
    }

    private static string Name(NodeReader reader, string folder)
    {
        var name = reader.Slug("name");
        if (name.Length > 0 && name != folder)
        {
            reader.Problems.Add(reader.At("name"), "The name '{0}' differs from the folder's: write 'name: {1}', or rename the folder.", name, folder);
        }
        return folder;
    }

    private static List<string> Languages(NodeReader reader)
    {
        var languages = reader.Scalars("languages").Select(l => PackLanguage.Read(l, reader.Problems)).OfType<string>().Distinct().ToList();
        if (languages.Count > 0)
        {
            return languages;
        }
        reader.Missing(["languages"], "'languages' is missing: write the tags of the portal's languages, the default first, for example [en].");
        return ["en"];
    }

    // A name that is not known may be any module: then all count as on, and nothing else is called switched off.
    private static List<string>? Modules(NodeReader reader, PackReferences known)
    {
        var listed = reader.Scalars("modules");
        var modules = listed.Select(known.Module).OfType<string>().ToList();
        if (modules.Count < listed.Count)
        {
            return null;
        }

        foreach (var (module, needed) in listed.SelectMany(m => known.NeedsOf(m.Value).Except(modules).Select(n => (m, n))))
        {
            reader.Problems.Add(module.Source, "The module '{0}' needs '{1}': add it to 'modules', or take '{0}' out.", module.Value, needed);
        }

        return modules;
    }

    private static DateTimeZone Zone(NodeReader reader)
    {
        var scalar = reader.RequiredScalar("time-zone");
        var zone = scalar is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(scalar.Value);
        if (scalar is not null && zone is null)
        {
            var meant = Nearest.Of(scalar.Value, DateTimeZoneProviders.Tzdb.Ids) ?? "Etc/UTC";
            reader.Problems.Add(scalar.Source, "'{0}' is not a time zone: write its IANA name, for example {1}.", scalar.Value, meant);
        }
        return zone ?? DateTimeZone.Utc;
    }

    private static T? Required<T>(NodeReader reader, string key, Func<NodeReader, T> read) where T : class
    {
        if (!reader.Has(key))
        {
            reader.Missing([key], "'{0}' is missing: write '{0}:' and its keys below.", key);
        }
        return reader.Map(key, read);
    }
}
