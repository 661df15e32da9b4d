using System.Globalization;

namespace Platform.Core.Packs;

/// <summary>Builds the address of a text: <c>service/birth#form.child.name.label</c>.</summary>
internal static class TextAddress
{
    /// <summary>The address of a key; <c>questions</c> is left out, because the ids of questions are unique in their form anyway.</summary>
    public static string Key(string address, string key) => key == "questions" ? address : Join(address, key);

    /// <summary>The address of a list item: by its id, else by its place from 1.</summary>
    public static string Item(string address, PackNode item, int place) =>
        Join(address, IdOf(item) ?? place.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a list item is known by: its <c>id</c>, or for form pages <c>page</c>.</summary>
    public static string? IdOf(PackNode item) => item is PackMap map ? map.Word("id") ?? map.Word("page") : null;

    private static string Join(string address, string part) => address[^1] is '#' or '/' ? address + part : $"{address}.{part}";
}
