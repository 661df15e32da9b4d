namespace Platform.Core.Templates;

internal enum TemplateTagKind { Value, Open, Else, Close, Partial }

/// <summary>One pair of braces.</summary>
internal sealed record TemplateTag(TemplateTagKind Kind, TemplateCall Call, string File, int Line);

/// <summary>A name and what follows it; a name alone may be a value of the data.</summary>
internal sealed record TemplateCall(string Name, IReadOnlyList<TemplateArgument> Arguments);

internal abstract record TemplateArgument;

/// <summary>Text, number or truth value.</summary>
internal sealed record TemplateLiteral(string Text, bool IsText) : TemplateArgument;

/// <summary>A value of the data, by its path.</summary>
internal sealed record TemplatePath(string Path) : TemplateArgument;

/// <summary>A helper in brackets.</summary>
internal sealed record TemplateInner(TemplateCall Call) : TemplateArgument;
