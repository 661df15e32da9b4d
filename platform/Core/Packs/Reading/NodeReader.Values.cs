using System.Globalization;
using Platform.Core.Feel;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

public sealed partial class NodeReader
{
    /// <summary>One word or line, or null when absent.</summary>
    public string? Optional(string key) => Scalar(key)?.Value;

    /// <summary>The name of a line icon, or null when absent; one that is not installed is a mistake.</summary>
    public string? Icon(string key)
    {
        var icon = Scalar(key);
        if (icon is not null && reading.Icons is { Count: > 0 } icons && !icons.Contains(icon.Value))
        {
            Problems.AddUnknown(icon.Source, "There is no icon '{0}'", icon.Value, icons);
        }
        return icon?.Value;
    }

    /// <summary>An address with https, http, mailto or tel that people are led to, or null when absent; another is a mistake.</summary>
    public string? Url(string key)
    {
        var scalar = Scalar(key);
        if (scalar is not null && !PackAddress.IsWhole(scalar.Value))
        {
            Problems.Add(scalar.Source, "'{0}' cannot be used as an address: write one that begins with https://, http://, mailto: or tel:.", scalar.Value);
        }
        return scalar?.Value;
    }

    /// <summary>One word or line that must be there; empty when it is not.</summary>
    public string Required(string key) => RequiredScalar(key)?.Value ?? "";

    /// <summary>An id for expressions: <c>[a-z][a-z0-9_]*</c>.</summary>
    public string Id(string key = "id") =>
        PackId.ToId(Checked(RequiredScalar(key), PackId.IsId, "'{0}' is not an id: use small letters, digits and '_', beginning with a letter."));

    /// <summary>A kebab-case name: <c>birth-registration</c>.</summary>
    public string Slug(string key = "id") =>
        Checked(RequiredScalar(key), PackId.IsSlug, "'{0}' is not a name: use small letters, digits and '-', beginning with a letter.");

    /// <summary>A name in either form, for things that nothing refers to.</summary>
    public string Name(string key = "id") =>
        Checked(RequiredScalar(key), n => PackId.IsId(n) || PackId.IsSlug(n), "'{0}' is not a name: use small letters, digits and '-' or '_', beginning with a letter.");

    /// <summary>A text that a person reads and that must be there.</summary>
    public PackText Text(string key) =>
        RequiredScalar(key) is { } scalar ? reading.Text(TextAddress.Key(Address, key), scalar) : default;

    /// <summary>A text that a person reads, or null when absent.</summary>
    public PackText? OptionalText(string key) =>
        Scalar(key) is { } scalar ? reading.Text(TextAddress.Key(Address, key), scalar) : null;

    /// <summary><c>true</c> or <c>false</c>; false when absent.</summary>
    public bool Flag(string key, bool absent = false)
    {
        var word = Scalar(key);
        if (word is not null and not { Value: "true" or "false" })
        {
            Problems.Add(word.Source, "'{0}' must be true or false.", key);
        }
        return word is null ? absent : word.Value == "true";
    }

    /// <summary><c>example: true</c>: not the law of the land. Refused in Production.</summary>
    public bool Example()
    {
        var example = Flag("example");
        if (example && reading.Production)
        {
            Problems.Add(At("example"), "An example cannot be published: write what the law says, with its source, and remove 'example: true'.");
        }
        return example;
    }

    /// <summary>A word of an enumeration in kebab-case, or <paramref name="absent"/>.</summary>
    public T Choice<T>(string key, T absent) where T : struct, Enum =>
        Scalar(key) is { } scalar ? PackEnum<T>.Read(scalar, Problems) ?? absent : absent;

    /// <summary>A word of an enumeration in kebab-case that must be there.</summary>
    public T Choice<T>(string key) where T : struct, Enum =>
        RequiredScalar(key) is { } scalar ? PackEnum<T>.Read(scalar, Problems) ?? default : default;

    /// <summary>Several words of an enumeration.</summary>
    public IReadOnlyList<T> Choices<T>(string key) where T : struct, Enum =>
        [.. Scalars(key).Select(s => PackEnum<T>.Read(s, Problems)).OfType<T>()];

    /// <summary>A list of words; empty when absent.</summary>
    public IReadOnlyList<string> Words(string key) => [.. Scalars(key).Select(s => s.Value)];

    /// <summary>A date like <c>2026-01-31</c>, or null when absent.</summary>
    public DateOnly? Date(string key) => Scalar(key) is { } scalar ? PackDate.Read(scalar, Problems) : null;

    /// <summary>A list of dates; empty when absent.</summary>
    public IReadOnlyList<DateOnly> Dates(string key) => [.. Scalars(key).Select(s => PackDate.Read(s, Problems)).OfType<DateOnly>()];

    /// <summary>A duration like <c>3 working days</c>, or null when absent.</summary>
    public PackDuration? Duration(string key)
    {
        var scalar = Scalar(key);
        var duration = scalar is null ? null : PackDuration.Parse(scalar.Value);
        if (scalar is not null && duration is null)
        {
            Problems.Add(scalar.Source, "'{0}' is not a duration: write a number and a unit, for example '3 working days', '10 days' or '6 months'.", scalar.Value);
        }
        return duration;
    }

    /// <summary>A whole number within bounds, or null when absent.</summary>
    public int? Whole(string key, int least = 0, int most = int.MaxValue)
    {
        var scalar = Scalar(key);
        if (scalar is null || (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
        {
            return scalar is null ? null : int.Parse(scalar.Value, CultureInfo.InvariantCulture);
        }
        Problems.Add(scalar.Source, "'{0}' must be a whole number from {1} to {2}.", key, least, most);
        return null;
    }

    /// <summary>A decimal number with a point, or null when absent.</summary>
    public decimal? Number(string key)
    {
        var scalar = Scalar(key);
        if (scalar is null || decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return scalar is null ? null : decimal.Parse(scalar.Value, CultureInfo.InvariantCulture);
        }
        Problems.Add(scalar.Source, "'{0}' must be a number, with a point before decimals.", key);
        return null;
    }

    /// <summary>A FEEL expression, or null when absent; every mistake in it is reported at its own line.</summary>
    /// <param name="scope">The names it may read.</param>
    /// <param name="expected">What it must give; null: anything.</param>
    public FeelExpression? Expression(string key, FeelType.Context scope, FeelType? expected) => Problems.Compile(Scalar(key), scope, expected);

    /// <summary>The scalars of a list, each with its line; empty when absent.</summary>
    public IReadOnlyList<PackScalar> Scalars(string key)
    {
        if (Node(key) is not { } node)
        {
            return [];
        }
        if (node is PackList list && list.Items.All(i => i is PackScalar))
        {
            return [.. list.Items.Cast<PackScalar>()];
        }
        Problems.Add(node.Source, "'{0}' must be a list of words: write [one, two].", key);
        return [];
    }

    /// <summary>A scalar with its line, or null when absent.</summary>
    public PackScalar? Scalar(string key)
    {
        var node = Node(key);
        if (node is not null and not PackScalar)
        {
            Problems.Add(node.Source, "'{0}' must be one value, not a list or a map.", key);
        }
        return node as PackScalar;
    }

    /// <summary>A scalar that must be there; null, and a mistake, when it is not.</summary>
    public PackScalar? RequiredScalar(string key)
    {
        if (Node(key) is null)
        {
            missing.Add(([key], map.TryGet(key, out var entry) ? entry.Source : map.Source, "'{0}' is missing: write '{0}: ...'.", [key]));
        }
        return Scalar(key);
    }

    private string Checked(PackScalar? scalar, Func<string, bool> right, string message)
    {
        if (scalar is not null && !right(scalar.Value))
        {
            Problems.Add(scalar.Source, message, scalar.Value);
        }
        return scalar?.Value ?? "";
    }
}
