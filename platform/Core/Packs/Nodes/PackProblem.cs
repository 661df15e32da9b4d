using System.Globalization;

namespace Platform.Core.Packs;

/// <summary>What is wrong and what to write instead: an English format and its arguments, so that it can be translated.</summary>
public sealed record PackMessage(string Format, IReadOnlyList<object> Arguments)
{
    /// <summary>The message in English.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Format, [.. Arguments]);
}

/// <summary>A mistake in a pack, or a warning about it.</summary>
public sealed record PackProblem(PackSource Source, PackMessage Message)
{
    /// <summary>Path inside the pack's folder, with <c>/</c>.</summary>
    public string File => Source.File;

    /// <summary>Line from 1; 0 when the whole file is meant.</summary>
    public int Line => Source.Line;

    /// <summary><c>file:line: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Message}");
}
