namespace Platform.Core.Feel.Functions;

/// <summary>A parameter of a built-in function, named as the standard names it.</summary>
internal sealed record Parameter(string Name, FeelType Type)
{
    public bool IsOptional { get; private init; }

    public bool IsNullable { get; private init; }

    /// <summary>Takes all further arguments as one list.</summary>
    public bool IsMany { get; private init; }

    /// <summary>May be left out, not be null.</summary>
    public Parameter Optional => this with { IsOptional = true };

    public Parameter OrNull => this with { IsNullable = true };

    public Parameter Many => this with { IsMany = true };

    public static Parameter Any(string name) => new(name, FeelType.Any);

    public static Parameter Value(string name) => Any(name).OrNull;

    public static Parameter Text(string name) => new(name, FeelType.String);

    public static Parameter Number(string name) => new(name, FeelType.Number);

    public static Parameter Date(string name) => new(name, FeelType.Date);

    public static Parameter Time(string name) => new(name, FeelType.Time);

    public static Parameter DateTime(string name) => new(name, FeelType.DateTime);

    public static Parameter Context(string name) => new(name, new FeelType.Context(null));

    public static Parameter Range(string name) => new(name, new FeelType.Range(FeelType.Any));

    public static Parameter Function(string name) => new(name, new FeelType.Function(null, FeelType.Any));

    public static Parameter List(string name) => ListOf(FeelType.Any, name);

    public static Parameter ListOf(FeelType of, string name) => new(name, new FeelType.List(of));

    public override string ToString() => (IsMany ? "..." : "") + Name + (IsOptional ? "?" : "") + ": " + Type.Name;
}
