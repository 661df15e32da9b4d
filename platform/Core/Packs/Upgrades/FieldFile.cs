using System.Text;
using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>A file of the pack after the merge.</summary>
/// <param name="Wanted">What shall hold; null: nothing.</param>
/// <param name="New">What the new base says.</param>
/// <param name="Below">What lies beneath the pack's own file from now on; null where the pack is no layer.</param>
/// <param name="Own">What the pack's own file says now.</param>
internal sealed record FieldFile(string Path, PackNode? Wanted, PackNode? New, PackNode? Below, PackNode? Own)
{
    /// <summary>The pack's own file as it has to be; null where it needs none.</summary>
    /// <param name="own">Its bytes now.</param>
    /// <param name="base">The bytes of the new base's file.</param>
    /// <param name="entries">Finds the entry of a translation that the file does not have.</param>
    public byte[]? Fitted(byte[]? own, byte[]? @base, Func<string, PoEntry?> entries)
    {
        if (Own is null)
        {
            return FieldFit.Overrides(Wanted, Below) is { } missing ? [.. own ?? [], .. Whole(missing, @base)] : own;
        }

        if (Wanted is null && Below is null)
        {
            return null;
        }

        return FieldText.KindOf(Path) != FieldTextKind.Whole ? Edited(own!, entries) : NodeParts.Same(Wanted, Own) ? own : Whole(Wanted!, @base);
    }

    // A copy of the base's file, with its comments, where it is that.
    private byte[] Whole(PackNode value, byte[]? @base) => value switch
    {
        _ when @base is not null && NodeParts.Same(value, New) => @base,
        PackWhole whole => whole.Content.ToArray(),
        PackScalar text when FieldText.KindOf(Path) == FieldTextKind.Whole => Encoding.UTF8.GetBytes(text.Value),
        _ when FieldText.KindOf(Path) == FieldTextKind.Yaml => Encoding.UTF8.GetBytes(YamlWriter.Write(value)),
        _ => throw new NotSupportedException("There is no file to write this in"),
    };

    private byte[]? Edited(byte[] own, Func<string, PoEntry?> entries)
    {
        var text = FieldText.Open(Path, own, entries);
        new FieldFit(text).Fit([], Wanted, Below, Own);
        // A layer has the order of what lies beneath it; a copy says its own.
        var edited = Below is null && FieldText.KindOf(Path) == FieldTextKind.Yaml ? YamlOrder.Put(text.ToString(), Wanted) : text.ToString();
        return edited.Length == 0 ? null : [.. PackLetters.Mark(own), .. Encoding.UTF8.GetBytes(edited)];
    }
}
