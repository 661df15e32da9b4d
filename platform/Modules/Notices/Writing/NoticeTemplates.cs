using System.Runtime.CompilerServices;
using Platform.Core.Packs;
using Platform.Core.Templates;

namespace Platform.Modules.Notices.Writing;

/// <summary>The notices of packs, each read once for as long as its pack is in use.</summary>
internal sealed class NoticeTemplates(TemplateEngine engine)
{
    /// <summary>Ends the name of a notice's short form.</summary>
    public const string Short = "-sms";

    private readonly ConditionalWeakTable<PackFile, Template> read = [];

    /// <returns>Null where the pack has no such notice.</returns>
    public NoticeText? Write(Pack pack, string name, string language, IReadOnlyDictionary<string, object?> values) =>
        Render(pack, name, language, values) is { } written ? NoticeText.Of(written, Render(pack, name + Short, language, values)) : null;

    public static TemplateSource Source(string name, PackFile file) => new($"notice/{name}", file.Path, file.Text);

    private string? Render(Pack pack, string name, string language, IReadOnlyDictionary<string, object?> values) =>
        pack.Templates.TryGetValue($"notices/{name}", out var file)
            ? read.GetValue(file, f => engine.Read(Source(name, f), TemplateKind.PlainText)).Render(language, values, pack.Texts)
            : null;
}
