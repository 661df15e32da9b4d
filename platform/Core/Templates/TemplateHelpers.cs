using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>The helpers a template may use. The list is short on purpose: what a document says is decided by its data.</summary>
internal static class TemplateHelpers
{
    /// <summary>Names, and how many values each takes.</summary>
    public static readonly Dictionary<string, (int Least, int Most)> Arity = new(StringComparer.Ordinal)
    {
        ["t"] = (1, 10),
        ["date"] = (1, 2),
        ["money"] = (1, 1),
        ["figures"] = (1, 1),
        ["eq"] = (2, 2),
    };

    public static void Register(IHandlebars handlebars)
    {
        handlebars.RegisterHelper("t", (in HelperOptions options, in Context _, in Arguments a) => Of(options).Text(a[0] as string ?? "", [.. a.Skip(1)]));
        handlebars.RegisterHelper("date", (in HelperOptions options, in Context _, in Arguments a) => Of(options).Date(a[0], a.Length > 1 ? a[1] as string : null));
        handlebars.RegisterHelper("money", (in HelperOptions _, in Context _, in Arguments a) => Given(a[0]) ?? "");
        handlebars.RegisterHelper("figures", (in HelperOptions options, in Context _, in Arguments a) => Of(options).Figures(a[0]));
        handlebars.RegisterHelper("eq", (in HelperOptions _, in Context _, in Arguments a) => Same(a[0], a[1]));
    }

    /// <summary>What a helper was given; null for a value that is not there.</summary>
    public static object? Given(object? argument) => argument is UndefinedBindingResult ? null : argument;

    private static TemplateOutput Of(in HelperOptions options) => options.Data.Value<TemplateOutput>(TemplateOutput.Key)!;

    private static object Same(object? a, object? b) => Word(a) == Word(b);

    private static string? Word(object? value) => Given(value) switch
    {
        TemplateValue written => Convert.ToString(written.Value, CultureInfo.InvariantCulture),
        { } other => Convert.ToString(other, CultureInfo.InvariantCulture),
        null => null,
    };
}
