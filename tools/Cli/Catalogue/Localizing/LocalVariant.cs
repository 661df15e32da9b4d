using Platform.Cli.Import;
using Platform.Cli.Import.Keeping;
using Platform.Cli.Packs;
using Platform.Core.Packs;

namespace Platform.Cli.Catalogue.Localizing;

/// <summary>A variant in the making: what differs in one place from a national service.</summary>
internal sealed class LocalVariant(string folder, string id, string area)
{
    private static readonly string[] Placed = ["id", "area", "areas", "variant-of"];

    /// <param name="like">A service that is this one under another name; null: none.</param>
    /// <param name="settings">Each <c>key=value</c>.</param>
    /// <exception cref="ImportException">It cannot be written, or would be a mistake; then nothing is.</exception>
    public void Write(string? like, IReadOnlyList<string> settings, TextWriter output)
    {
        var pack = PackCheck.Load(folder, production: false).Pack ?? throw new ImportException($"{folder} has mistakes, or is no pack: egov check {folder}");
        var national = Find(pack, id);
        var place = pack.Areas.TryFind(area, out var found) ? found : throw new ImportException($"There is no area '{area}' in areas.csv.");
        var path = $"services/local/{area}/{id}.yaml";
        if (File.Exists(InPack(path)))
        {
            throw new ImportException($"{path} is there already: edit it.");
        }

        var other = like is null ? null : Find(pack, like);
        var wanted = Set(other is null ? national.Definition : Like(national.Definition, other.Definition), settings);
        var difference = LayerDifference.Of(national.Definition, wanted) as PackMap;
        Save(path, difference, $"# {place.Name(pack.DefaultLanguage)}: only what differs from services/{id}.yaml stands here.\n");
        if (!LayerDifference.Gives(national.Definition, difference, wanted))
        {
            output.WriteLine("The order of a list could not be said: what stands first in the national service stays first.");
        }

        if (other is not null)
        {
            var moved = new VariantTexts(folder, pack).Move(other, national);
            var goes = File.Exists(InPack($"services/{like}.yaml")) ? "can go now" : "with 'remove: true' in it takes the other away here";
            output.WriteLine(FormattableString.Invariant($"{moved} translations were put beside those of {id}. services/{like}.yaml {goes}: nothing of it is lost."));
        }

        output.WriteLine($"{path}: {(difference is null ? "nothing differs yet" : $"differs in {string.Join(", ", difference.Entries.Select(e => e.Key))}")}");
    }

    private static ServiceDefinition Find(Pack pack, string id) =>
        pack.Services.Find(id) ?? throw new ImportException($"There is no national service '{id}': one that is offered in one place only needs no variant.");

    // The other service's own name and place are not what differs in it.
    private static PackMap Like(PackMap national, PackMap other) =>
        new([.. national.Entries.Where(e => Placed.Contains(e.Key)), .. other.Entries.Where(e => !Placed.Contains(e.Key))], other.Source);

    private static PackMap Set(PackMap definition, IReadOnlyList<string> settings)
    {
        foreach (var setting in settings)
        {
            var problems = new PackProblems();
            var cut = setting.IndexOf('=', StringComparison.Ordinal);
            var value = cut > 0 ? YamlFile.Parse("", "--set", setting[(cut + 1)..], problems) : null;
            if (value is null || !problems.None)
            {
                throw new ImportException($"'{setting}' is no setting: write key=value, as channels=[counter].");
            }

            var key = setting[..cut];
            if (key.Split('.') is [var whole, var part, ..])
            {
                throw new ImportException($"'{key}' is no key: say the whole value of '{whole}', as --set '{whole}={{{part}: ...}}'; what it does not say stays as in the whole country.");
            }

            definition = new([.. definition.Entries.Where(e => e.Key != key), new(key, default, value)], definition.Source);
        }

        return definition;
    }

    // Written, read as the platform reads it, and taken away again if that is a mistake.
    private void Save(string path, PackMap? difference, string comment)
    {
        var head = new MapDraft().With("variant-of", id).With("area", area);
        var variant = new PackMap([.. head.Map.Entries, .. difference?.Entries.Where(e => !Placed.Contains(e.Key)) ?? []], default);
        TextFile.Write(InPack(path), comment + YamlWriter.Write(variant));
        var problems = PackCheck.Load(folder, production: false).Problems;
        if (problems.Count > 0)
        {
            File.Delete(InPack(path));
            throw new ImportException(string.Join('\n', problems.Select(p => $"{p.File}:{p.Line}: {p.Message}").Prepend("The variant would be a mistake; nothing was written:")));
        }
    }

    private string InPack(string path) => Path.Combine(folder, path);
}
