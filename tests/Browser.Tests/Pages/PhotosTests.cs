using System.Text.Json;
using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Pages;

/// <summary>Photos are drawn smaller before they are sent; what is no photo, or cannot be drawn, is left alone.</summary>
public sealed class PhotosTests(Portal portal)
{
    private const string Choose = """
        async ({ type, name, drawn }) => {
          const input = Object.assign(document.createElement("input"), { type: "file", accept: "image/jpeg,application/pdf" });
          document.querySelector("main").append(input);
          const platform = document.querySelector("script[src*='/platform.']").src;
          const photos = (await (await fetch(platform)).text()).match(/\.\/(photos\.[^"]+)"/)[1];
          await import(new URL(`${photos}?${crypto.randomUUID()}`, platform).href);
          let bytes = new Uint8Array(2000000);
          if (drawn) {
            const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 2000 });
            const noise = new ImageData(3000, 2000);
            for (let at = 0; at < noise.data.length; at += 4) {
              noise.data.set([(at * 7919) % 251, (at * 104729) % 241, (at * 1299709) % 239, 255], at);
            }
            canvas.getContext("2d").putImageData(noise, 0, 0);
            bytes = await new Promise(done => canvas.toBlob(done, type, 0.95));
          }
          const files = new DataTransfer();
          files.items.add(new File([bytes], name, { type }));
          input.files = files.files;
          const before = input.files[0];
          input.dispatchEvent(new Event("change"));
          for (let tries = 0; tries < (drawn ? 200 : 10) && input.files[0] === before; tries++) {
            await new Promise(done => setTimeout(done, 50));
          }
          const size = drawn ? await createImageBitmap(input.files[0]) : { width: 0 };
          return { before: before.size, after: input.files[0].size, name: input.files[0].name, width: size.width };
        }
        """;

    [Fact]
    public async Task A_large_photo_is_sent_smaller()
    {
        await using var visitor = await portal.OpenAsync(new Screen(), "photos");
        await visitor.VisitAsync("/services");

        var chosen = await ChooseAsync(visitor.Page, "image/jpeg", "IMG 1.JPEG", drawn: true);

        Assert.True(chosen.GetProperty("after").GetInt64() < chosen.GetProperty("before").GetInt64());
        Assert.Equal(2000, chosen.GetProperty("width").GetInt32());
        Assert.Equal("IMG 1.jpg", chosen.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("application/pdf", "paper.pdf")]
    [InlineData("image/jpeg", "broken.jpg")]
    public async Task What_is_no_photo_is_sent_as_it_is(string type, string name)
    {
        await using var visitor = await portal.OpenAsync(new Screen(), "photos");
        await visitor.VisitAsync("/services");

        var chosen = await ChooseAsync(visitor.Page, type, name, drawn: false);

        Assert.Equal(2_000_000, chosen.GetProperty("after").GetInt64());
        Assert.Equal(name, chosen.GetProperty("name").GetString());
    }

    private static Task<JsonElement> ChooseAsync(IPage page, string type, string name, bool drawn) => page.EvaluateAsync<JsonElement>(Choose, new { type, name, drawn });
}
