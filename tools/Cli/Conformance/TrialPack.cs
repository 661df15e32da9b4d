namespace Platform.Cli.Conformance;

/// <summary>The smallest pack, with the modules that are wanted.</summary>
internal static class TrialPack
{
    public const string Name = "trial";

    public static void Write(string folder, IEnumerable<string> modules)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "organizations.yaml"), "- {id: office, type: agency, name: Office}\n");
        File.WriteAllText(Path.Combine(folder, "roles.yaml"), "- {id: anybody, title: Anybody, permissions: []}\n");
        File.WriteAllText(Path.Combine(folder, "pack.yaml"), $$"""
            name: {{Name}}
            version: 1.0.0
            languages: [en]
            source-language: en
            currency: {code: XTS, minor-digits: 2, rounding: 1}
            time-zone: Etc/UTC
            names:
              - {id: name, label: Name, required: true}
            modules: [{{string.Join(", ", modules)}}]
            brand:
              name: Trial
              demonstration: true
              colours: {brand: "#1f4a5f", on-brand: "#ffffff"}

            """);
    }
}
