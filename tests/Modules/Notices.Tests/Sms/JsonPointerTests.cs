using Platform.Modules.Notices.Sms;

namespace Platform.Modules.Notices.Tests.Sms;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("/messages/0/id", "7")]
    [InlineData("/a~1b", "slash")]
    [InlineData("/messages/1/id", null)]
    [InlineData("/messages", null)]
    [InlineData("/messages/-1", null)]
    public void Points_at_one_value(string path, string? value) =>
        Assert.Equal(value, JsonPointer.Read("""{"messages":[{"id":7}],"a/b":"slash"}""", path));

    [Fact]
    public void Garbage_points_at_nothing() => Assert.Null(JsonPointer.Read("<html>", "/id"));
}
