namespace Platform.Core.Tests.Packs;

/// <summary>A pack leads people to pages and to mail, never to a program.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org")]
    [InlineData("example.org")]
    public void A_contact_a_law_and_a_requirement_have_an_address_of_the_web_or_of_mail(string address)
    {
        using var disk = new PackOnDisk();
        disk.Write("organizations.yaml", $"- id: home\n  name: Ministry of Home Affairs\n  url: \"{address}\"");
        disk.Write("services/birth.yaml", $"{PackOnDisk.Service}\nlegal-basis:\n  - {{title: Law, url: \"{address}\"}}\nwhat-you-need:\n  - {{id: paper, title: Paper, url: \"{address}\"}}");

        Assert.Equal(
            [
                $"organizations.yaml:3: '{address}' cannot be used as an address: write one that begins with https://, http://, mailto: or tel:.",
                $"services/birth.yaml:8: '{address}' cannot be used as an address: write one that begins with https://, http://, mailto: or tel:.",
                $"services/birth.yaml:10: '{address}' cannot be used as an address: write one that begins with https://, http://, mailto: or tel:.",
            ],
            disk.Mistakes());
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("![x](data:image/svg+xml,x)")]
    public void A_page_has_links_of_the_web_of_mail_or_to_a_path(string markdown)
    {
        using var disk = new PackOnDisk();

        Assert.Contains(disk.Write("content/about.md", $"# About\n\n{markdown}\n").Mistakes(), m => m.StartsWith("content/about.md:3: The link '", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_usual_may_stand()
    {
        using var disk = new PackOnDisk();
        disk.Write("organizations.yaml", "- {id: home, name: Ministry of Home Affairs, url: \"HTTPS://example.org/a:b\"}");
        disk.Write("services/birth.yaml", $"{PackOnDisk.Service}\nlegal-basis:\n  - {{title: Law, url: \"tel:+1\"}}\n  - {{title: Law, source: Gazette 5}}");
        disk.Write("content/about.md", "# About\n\n[a](/en/services) [b](help) [c](#top) [d](mailto:a@example.org) [e](//example.org) <a@example.org> <https://example.org> [f](x?y=a:b)\n");

        Assert.Empty(disk.Mistakes());
    }
}
