using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;

namespace Platform.Core.Files;

/// <summary>The file store as a service, with the job that sweeps it.</summary>
public static class FilesRegistration
{
    private static readonly TimeSpan ScanPatience = TimeSpan.FromSeconds(30);

    /// <param name="dataFolder">Files are in <c>files/</c> below it.</param>
    /// <param name="clamd">Where a virus scanner listens; null: there is none.</param>
    public static IServiceCollection AddFiles(this IServiceCollection services, string dataFolder, EndPoint? clamd = null) =>
        services.AddSingleton(s => new FileStore(
                Path.Combine(dataFolder, "files"),
                s.GetRequiredService<TimeProvider>(),
                clamd is null ? null : new Clamd(clamd, ScanPatience, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<Clamd>>())))
            .AddScoped<SweepFiles>().AddSingleton(new JobDefinition("platform.SweepFiles", typeof(SweepFiles), TimeSpan.FromHours(6)));
}
