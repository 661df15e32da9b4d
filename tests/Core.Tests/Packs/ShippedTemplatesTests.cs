using Platform.Core.Packs;
using Platform.Core.Templates;
using Platform.Core.Tests.Texts;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

/// <summary>Certificates and notices of the packs in <c>templates/packs</c>.</summary>
public sealed class ShippedTemplatesTests : IDisposable
{
    private readonly TextsOnDisk disk = new();
    private readonly Pack pack = new PackLoader(new()).Load(Path.Combine(TestFolder.RepositoryRoot, "templates/packs/e-laos")).Pack!;

    public void Dispose() => disk.Dispose();

    [Fact]
    public void Each_of_them_reads_and_has_a_Lao_wording_for_all_it_says()
    {
        var lao = pack.Locales["lo"][^1].Text;
        var texts = pack.Templates.SelectMany(t => Read(t.Key, t.Value).Texts).Select(t => t.Source).ToList();
        var missing = texts.Where(t => !lao.Contains($"\nmsgid \"{t}\"\n", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(missing);
    }

    [Fact]
    public void Each_notice_has_a_subject_and_a_short_form()
    {
        var notices = pack.Templates.Where(t => t.Key.StartsWith("notices/", StringComparison.Ordinal) && !t.Key.EndsWith("-sms", StringComparison.Ordinal)).ToList();

        Assert.All(notices, t => Assert.Equal("", t.Value.Text.Split('\n')[1]));
        Assert.All(notices, t => Assert.Contains(t.Key + "-sms", pack.Templates.Keys));
    }

    private Template Read(string name, PackFile file) =>
        new TemplateEngine(disk.Texts).Read(new(name, name + ".hbs", file.Text), TemplateKind.PlainText);
}
