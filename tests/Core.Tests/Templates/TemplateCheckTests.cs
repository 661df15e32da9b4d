using Platform.Core.Templates;
using Platform.Core.Tests.Texts;

namespace Platform.Core.Tests.Templates;

public sealed class TemplateCheckTests : IDisposable
{
    private static readonly HashSet<string> Names = ["number", "issued", "holder.name", "holder.village", "children[].name", "children[].toys[].name", "notes[]"];
    private readonly TextsOnDisk disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("a\n{{{name}}}", 2, "without encoding")]
    [InlineData("{{&name}}", 1, "without encoding")]
    [InlineData("{{~{name}~}}", 1, "without encoding")]
    [InlineData("{{{{raw}}}}x{{{{/raw}}}}", 1, "without encoding")]
    [InlineData("\\{{name}}", 1, "backslash")]
    [InlineData("{{name", 1, "not closed")]
    [InlineData("{{#if a}}\n", 1, "never closed")]
    [InlineData("{{#if a}}\n{{/each}}", 2, "open is '{{#if}}' of line 1")]
    [InlineData("{{/if}}", 1, "closes nothing")]
    [InlineData("{{else}}", 1, "inside a block")]
    [InlineData("{{#holder}}{{/holder}}", 1, "no block")]
    [InlineData("{{#if a b}}{{/if}}", 1, "one value")]
    [InlineData("{{#each a as |b|}}{{/each}}", 1, "cannot be read")]
    [InlineData("{{> footer}}", 1, "no partial 'footer'")]
    [InlineData("{{> ../../etc/passwd}}", 1, "cannot be read")]
    [InlineData("{{lookup a b}}", 1, "no helper 'lookup'")]
    [InlineData("{{log a}}", 1, "no helper 'log'")]
    [InlineData("{{t name}}", 1, "text in quotes")]
    [InlineData("{{#if (date)}}{{/if}}", 1, "1 to 2 values")]
    [InlineData("{{#if (foo)}}{{/if}}", 1, "no helper 'foo'")]
    [InlineData("{{a.[b]}}", 1, "cannot be read")]
    [InlineData("{{a b=c}}", 1, "cannot be read")]
    [InlineData("{{* deco}}", 1, "cannot be read")]
    [InlineData("{{}}", 1, "cannot be read")]
    public void A_mistake_is_named_with_its_line(string text, int line, string message)
    {
        var problem = Assert.Throws<TemplateException>(() => Read(text)).Problems[0];

        Assert.Equal(("notices/n.hbs", line), (problem.File, problem.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_named_at_once() =>
        Assert.Equal([1, 2, 4], Assert.Throws<TemplateException>(() => Read("{{{a}}}\n{{> b}}\n{{c}}\n{{d e}}")).Problems.Select(p => p.Line).Order());

    [Fact]
    public void A_partial_that_contains_itself_is_refused()
    {
        Dictionary<string, TemplateSource> partials = new() { ["a"] = new("", "a.hbs", "{{> b}}"), ["b"] = new("", "b.hbs", "{{> a}}") };

        Assert.Contains("contains itself", Assert.Throws<TemplateException>(() => Read("{{> a}}", partials)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{number}} {{holder.name}} {{#with holder}}{{village}}{{../number}}{{/with}}")]
    [InlineData("{{#each children}}{{name}}{{#each toys}}{{name}}{{../name}}{{../../number}}{{/each}}{{else}}{{number}}{{/each}}")]
    [InlineData("{{#each notes}}{{this}}{{@index}}{{/each}}{{#if notes}}x{{/if}}{{#if holder}}y{{/if}}{{#unless children}}z{{/unless}}")]
    [InlineData("{{#if (eq number \"1\")}}{{date issued}}{{else if issued}}{{t \"x {0}\" number}}{{/if}}")]
    public void Names_that_the_data_has_are_found(string text) => Assert.Empty(Read(text).Check(Names));

    [Theory]
    [InlineData("\n{{nubmer}}", 2, "value 'nubmer'")]
    [InlineData("{{holder}}", 1, "value 'holder'")]
    [InlineData("{{holder.age}}", 1, "value 'holder.age'")]
    [InlineData("{{#each holder}}{{/each}}", 1, "list 'holder'")]
    [InlineData("{{#with number}}{{/with}}", 1, "map 'number'")]
    [InlineData("{{#each children}}\n{{number}}{{/each}}", 2, "value 'number'")]
    [InlineData("{{#each children}}{{else}}{{name}}{{/each}}", 1, "value 'name'")]
    [InlineData("{{../number}}", 1, "value '../number'")]
    [InlineData("{{#if age}}{{/if}}", 1, "value 'age'")]
    [InlineData("{{#if number}}{{else if age}}{{/if}}", 1, "value 'age'")]
    [InlineData("{{#if (eq age 5)}}{{/if}}", 1, "value 'age'")]
    [InlineData("{{date born}}", 1, "value 'born'")]
    [InlineData("{{t \"Hello {0}\" born}}", 1, "value 'born'")]
    [InlineData("{{@output}}", 1, "value '@output'")]
    [InlineData("{{@root.number}}", 1, "cannot be read")]
    public void A_name_that_the_data_has_not_is_reported(string text, int line, string message)
    {
        var problem = Problems(text)[0];

        Assert.Equal(line, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<Platform.Core.Texts.TextProblem> Problems(string text)
    {
        try
        {
            return Read(text).Check(Names);
        }
        catch (TemplateException refused)
        {
            return refused.Problems;
        }
    }

    private Template Read(string text, Dictionary<string, TemplateSource>? partials = null) =>
        new TemplateEngine(disk.Texts).Read(new("notice/n", "notices/n.hbs", text), TemplateKind.PlainText, partials);
}
