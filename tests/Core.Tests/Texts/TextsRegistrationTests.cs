using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

public sealed class TextsRegistrationTests
{
    [Fact]
    public async Task The_platform_speaks_from_the_files_of_the_repository()
    {
        await using var platform = await TestPlatform.StartAsync();
        var language = platform.Services.GetRequiredService<ActivePack>().Current.Pack.Languages.First(tag => tag != "en");
        CultureInfo.CurrentUICulture = new(language);
        var localizer = platform.Services.GetRequiredService<IStringLocalizer>();

        var text = localizer["{0} working day"];
        Assert.NotEqual(text.Name, text.Value);
        Assert.Contains($"\"{text}\"", File.ReadAllText(Path.Combine(TestFolder.RepositoryRoot, "locales", language, "core.po")), StringComparison.Ordinal);
        Assert.Same(localizer, platform.Services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(TextsRegistrationTests)));
    }
}
