using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs;

public sealed class LayerDifferenceTests
{
    [Theory]
    [InlineData("{a: 1, b: 2}", "{a: 1, b: 3}", "{b: 3}")]
    [InlineData("{a: 1, b: {c: 1, d: 2}}", "{a: 1, b: {c: 1, d: 3}}", "{b: {d: 3}}")]
    [InlineData("{a: 1, b: 2}", "{a: 1}", "{b: {remove: true}}")]
    [InlineData("{a: [x, y]}", "{a: [y]}", "{a: [y]}")]
    [InlineData("{l: [{id: a, t: 1}, {id: b, t: 2}]}", "{l: [{id: a, t: 1}, {id: b, t: 3}]}", "{l: [{id: b, t: 3}]}")]
    [InlineData("{l: [{id: a}, {id: b}]}", "{l: [{id: a}, {id: c, t: 1}, {id: b}]}", "{l: [{id: c, t: 1, after: a}]}")]
    [InlineData("{l: [{id: a}, {id: b}]}", "{l: [{id: b}]}", "{l: [{id: a, remove: true}]}")]
    [InlineData("{l: [{id: a}, {id: b}, {id: c}]}", "{l: [{id: a}, {id: c}, {id: b}]}", "{l: [{id: c, after: a}]}")]
    [InlineData("{l: [{id: a, type: text, x: 1}]}", "{l: [{id: a, type: date}]}", "{l: [{id: a, type: date}]}")]
    [InlineData("{l: [{title: a}]}", "{l: [{title: b}]}", "{l: [{title: b}]}")]
    [InlineData("{f: [{page: p, questions: [{id: a, type: text}]}]}", "{f: [{page: p, questions: [{id: a, type: text, hint: h}]}]}", "{f: [{page: p, questions: [{id: a, hint: h}]}]}")]
    public void It_is_the_least_that_has_to_be_said(string below, string wanted, string difference)
    {
        var said = LayerDifference.Of(Read(below), Read(wanted));

        Assert.Equal(YamlWriter.Write(Read(difference)), YamlWriter.Write(said!));
        Assert.True(LayerDifference.Gives(Read(below), said, Read(wanted)));
    }

    [Fact]
    public void Of_the_same_there_is_none() => Assert.Null(LayerDifference.Of(Read("{a: [1], b: {c: 2}}"), Read("{b: {c: 2}, a: [1]}")));

    [Fact]
    public void What_is_to_stand_first_in_a_list_cannot_be_said()
    {
        var (below, wanted) = (Read("{l: [{id: a}, {id: b}]}"), Read("{l: [{id: b}, {id: a}]}"));

        Assert.False(LayerDifference.Gives(below, LayerDifference.Of(below, wanted), wanted));
    }

    private static PackNode Read(string yaml) => YamlFile.Parse("pack", "x.yaml", yaml, new())!;
}
