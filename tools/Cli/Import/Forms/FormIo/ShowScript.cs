using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.FormIo;

/// <summary>
/// A condition in JavaScript, where it is nothing but comparisons of answers with fixed values, joined by one kind of word:
/// <c>show = data.age &gt;= 18 &amp;&amp; data.country === 'x';</c>. Anything else is a program, and is told.
/// </summary>
internal static partial class ShowScript
{
    /// <exception cref="NotCarriedException">It is a program.</exception>
    public static Term Read(string script)
    {
        if (Show().Match(script) is not { Success: true } show)
        {
            throw Program(script);
        }

        var (text, ands, ors) = (show.Groups[1].Value, 0, 0);
        foreach (Match word in Word().Matches(Quoted().Replace(text, "''")))
        {
            _ = word.Value == "&&" ? ands++ : ors++;
        }

        if (ands > 0 && ors > 0)
        {
            throw Program(script);
        }

        var tests = Word().Split(text).Select(part => (Term)Compared(part, script)).ToList();
        return ors > 0 ? Term.Or(tests) : Term.And(tests)!;
    }

    private static Test Compared(string part, string script)
    {
        if (Comparison().Match(part) is { Success: true } test)
        {
            return new Test(test.Groups[2].Value switch { "===" or "==" => "=", "!==" or "!=" => "!=", var sign => sign }, new Answer(test.Groups[1].Value), new Fixed(Value(test.Groups[3].Value)));
        }

        return Alone().Match(part) is { Success: true } alone ? new Test(alone.Groups[1].Length > 0 ? "!=" : "=", new Answer(alone.Groups[2].Value), new Fixed(true)) : throw Program(script);
    }

    private static object? Value(string text) => text switch
    {
        ['\'' or '"', ..] => text[1..^1],
        "true" or "false" => text == "true",
        "null" or "undefined" => null,
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };

    private static NotCarriedException Program(string script) => new($"it is a program in JavaScript: {Spaces().Replace(script.Trim(), " ")}");

    [GeneratedRegex(@"^\s*show\s*=\s*\(?([^;(){}]+?)\)?\s*;?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Show();

    [GeneratedRegex(@"&&|\|\|", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*(?:data|row)\.(\w+(?:\.\w+)*)\s*(===|!==|==|!=|<=|>=|<|>)\s*('[^']*'|""[^""]*""|true|false|null|undefined|-?[0-9]+(?:\.[0-9]+)?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\s*(!?)\s*(?:data|row)\.(\w+(?:\.\w+)*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
