using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Modules.Identity.Sessions;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class DeviceWordsTests
{
    [Fact]
    public async Task A_device_is_named_as_its_owner_would()
    {
        await using var platform = await TestPlatform.StartAsync();
        var t = platform.Services.GetRequiredService<IStringLocalizer>();
        var named = new Dictionary<string, string>
        {
            ["Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36"] = "Chrome on Android",
            ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0"] = "Edge on Windows",
            ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1"] = "Safari on iPhone",
            ["Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/119.0"] = "Firefox on Linux",
            ["<script>"] = "Unknown device",
            [""] = "Unknown device",
        };

        Assert.All(named, pair => Assert.Equal(pair.Value, DeviceWords.Of(t, pair.Key)));
    }
}
