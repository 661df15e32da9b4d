using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;

namespace Platform.Core.Texts;

internal static class TextsRegistration
{
    public static IServiceCollection AddTexts(this IServiceCollection services)
    {
        services.AddOptions<TextsOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.Watch = environment.IsDevelopment())
            .BindConfiguration("Texts").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Texts>()
            .AddSingleton<IStringLocalizer, TextsLocalizer>()
            .AddSingleton<IStringLocalizerFactory, TextsLocalizerFactory>();
    }
}
