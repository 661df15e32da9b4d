using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Texts;
using Platform.Core.Texts.Po;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

/// <summary>A folder of PO files and the texts over it.</summary>
internal sealed class TextsOnDisk : IDisposable
{
    private readonly TestFolder folder = new();
    private Core.Texts.Texts? texts;

    public FakeTimeProvider Clock { get; } = new();

    public Core.Texts.Texts Texts => texts ??= new(folder.Path, new TextsOptions { Watch = true }, Clock, NullLogger.Instance);

    public IStringLocalizer Localizer => new TextsLocalizer(Texts);

    public string this[string file] => folder[file];

    public void Write(string file, string header, string entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder["new"], $"msgid \"\"\nmsgstr \"{header}\\n\"\n\n{entries}");
        File.Move(folder["new"], folder[file], overwrite: true);
    }

    /// <summary>A catalog of one language with one file.</summary>
    public static TextCatalog Catalog(string language, string entries) => TextCatalog.From([(language, PoFile.Parse(entries))]);

    public void Dispose() => folder.Dispose();
}
