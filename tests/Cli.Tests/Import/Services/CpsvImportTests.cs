using Microsoft.Extensions.DependencyInjection;
using Platform.Cli.Packs;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Cli.Tests.Import.Services;

/// <summary>What an instance of this platform tells of its catalogue, another takes in: with both languages, laws and requirements.</summary>
public sealed class CpsvImportTests : IDisposable
{
    private static readonly string Mapping = Path.Combine(TestFolder.RepositoryRoot, "templates/mappings/cpsv-ap.yaml");
    private readonly TestFolder folder = new();

    [Fact]
    public async Task The_catalogue_of_one_country_becomes_a_pack_of_another()
    {
        await using var platform = await TestPlatform.StartAsync();
        await File.WriteAllTextAsync(folder["catalogue.jsonld"], await platform.Client().GetStringAsync("/api/v1/catalogue/cpsv"));
        var told = platform.Services.GetRequiredService<ActivePack>().Current.Pack;
        Directory.CreateDirectory(folder["other"]);
        await File.WriteAllTextAsync(folder["other/pack.yaml"], $$"""
            name: other
            version: 1.0.0
            languages: [en, lo]
            source-language: en
            currency: {code: XTS, minor-digits: 2, rounding: 1}
            time-zone: Etc/UTC
            modules: [catalogue]
            brand: {name: Other}
            names: [{id: name, label: Name, required: true}]

            """);

        var import = Egov.Run("import", "services", folder["catalogue.jsonld"], "--mapping", Mapping, "--languages", "en,lo", "--out", folder["other"]);
        var taken = PackCheck.Load(folder["other"], production: false);

        Assert.Equal((0, ""), (import.Code, import.Error));
        Assert.Contains("untranslated: 0 titles, 0 other texts", import.Output, StringComparison.Ordinal);
        Assert.Empty(taken.Problems);
        Assert.Equal(Told(told), Told(taken.Pack!));
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Told(Pack pack) =>
        from service in pack.Services.All
        from language in new[] { "en", "lo" }
        // Who can apply is a requirement among others there.
        let what = new[] { service.Title, service.Description ?? service.Summary }.Concat(service.LegalBasis.Select(l => l.Title)).Concat(service.Eligibility is { } who ? [who] : []).Concat(service.WhatYouNeed.Select(n => n.Title))
        select $"{service.Id} {language} {service.Organization} {string.Join(',', service.Audience)} {string.Join(',', service.Channels)} {string.Join('|', what.Select(t => pack.Texts.Get(language, t).Value))}";
}
