using System.Globalization;
using System.Text;
using NodaTime;
using Platform.Core.Feel.Syntax;

namespace Platform.Core.Feel;

/// <summary>Values as FEEL text: what <see cref="Format"/> writes evaluates to an equal value again (functions excepted).</summary>
public static class FeelText
{
    /// <summary>The value as an expression: <c>"text"</c>, <c>1.5</c>, <c>@"2026-01-31"</c>, <c>[1, 2]</c>, <c>{a: 1}</c>.</summary>
    /// <exception cref="InsufficientExecutionStackException">The value is nested deeper than the stack; results of evaluations never are.</exception>
    public static string Format(object? value)
    {
        var text = new StringBuilder();
        Write(text, Import.From(value));
        return text.ToString();
    }

    /// <summary>What FEEL's function <c>string()</c> answers: a text without quotes, a date without <c>@</c>; within lists and contexts as <see cref="Format"/>.</summary>
    internal static string Plain(object value) => value switch
    {
        string text => text,
        LocalDate or FeelTime or FeelDateTime or Period or Duration => Temporal(value),
        _ => Format(value),
    };

    private static void Write(StringBuilder text, object? value)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        _ = value switch
        {
            null => text.Append("null"),
            bool b => text.Append(b ? "true" : "false"),
            decimal number => text.Append(Number(number)),
            string s => Quoted(text, s),
            IReadOnlyList<object?> list => Items(text.Append('['), list, Write).Append(']'),
            IReadOnlyDictionary<string, object?> context => Items(text.Append('{'), context, Entry).Append('}'),
            FeelRange range => Range(text, range),
            FeelFunction function => text.Append("function(").AppendJoin(", ", function.Parameters).Append(')'),
            _ => text.Append("@\"").Append(Temporal(value)).Append('"'),
        };
    }

    private static string Number(decimal number) => number == 0 ? "0" : number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static StringBuilder Items<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            write(first ? text : text.Append(", "), item);
            first = false;
        }
        return text;
    }

    private static void Entry(StringBuilder text, KeyValuePair<string, object?> entry)
    {
        if (Names.IsPlain(entry.Key))
        {
            text.Append(entry.Key);
        }
        else
        {
            Quoted(text, entry.Key);
        }
        Write(text.Append(": "), entry.Value);
    }

    private static StringBuilder Range(StringBuilder text, FeelRange range)
    {
        if (range is { HasStart: true, HasEnd: true })
        {
            return Bounds(text.Append(range.StartIncluded ? '[' : '('), range).Append(range.EndIncluded ? ']' : ')');
        }
        var (sign, bound) = range.HasStart ? (range.StartIncluded ? ">=" : ">", range.Start) : (range.EndIncluded ? "<=" : "<", range.End);
        Write(text.Append('(').Append(sign).Append(' '), bound);
        return text.Append(')');
    }

    private static StringBuilder Bounds(StringBuilder text, FeelRange range)
    {
        Write(text, range.Start);
        Write(text.Append(".."), range.End);
        return text;
    }

    private static StringBuilder Quoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => char.IsControl(c) ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : text.Append(c),
            };
        }
        return text.Append('"');
    }

    private static string Temporal(object value) => value switch
    {
        LocalDate date => TemporalFormat.Of(date),
        FeelTime time => TemporalFormat.Of(time),
        FeelDateTime at => TemporalFormat.Of(at),
        Period months => TemporalFormat.Of(months),
        Duration duration => TemporalFormat.Of(duration),
        _ => throw new ArgumentException($"{value.GetType()} is no FEEL value", nameof(value)),
    };
}
