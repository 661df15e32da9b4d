using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;

namespace Platform.Core.Files;

/// <summary>The file store as a service, with the job that sweeps it.</summary>
public static class FilesRegistration
{
    /// <param name="dataFolder">Files are in <c>files/</c> below it.</param>
    public static IServiceCollection AddFiles(this IServiceCollection services, string dataFolder) =>
        services.AddSingleton(s => new FileStore(Path.Combine(dataFolder, "files"), s.GetRequiredService<TimeProvider>()))
            .AddScoped<SweepFiles>().AddSingleton(new JobDefinition("platform.SweepFiles", typeof(SweepFiles), TimeSpan.FromHours(6)));
}
