using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Testing;

namespace Platform.Core.Tests.Texts;

public sealed class TextsRegistrationTests
{
    [Fact]
    public async Task The_platform_speaks_from_the_files_of_the_repository()
    {
        await using var platform = await TestPlatform.StartAsync();
        CultureInfo.CurrentUICulture = new("lo");
        var localizer = platform.Services.GetRequiredService<IStringLocalizer>();

        Assert.Equal("{0} ວັນລັດຖະການ", localizer["{0} working day"]);
        Assert.Same(localizer, platform.Services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(TextsRegistrationTests)));
    }
}
