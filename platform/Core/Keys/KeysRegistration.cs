using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Keys.Search;
using Platform.Core.Keys.Signing;
using Platform.Core.Keys.Subjects;

namespace Platform.Core.Keys;

/// <summary>The keys of the instance as services. Run <see cref="KeysStart"/> before the first request.</summary>
public static class KeysRegistration
{
    public static IServiceCollection AddKeys(this IServiceCollection services, KeysOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new KeyFolder(options.KeyFile));
        services.AddSingleton<InstanceKeys>();
        services.AddSingleton(s => KeyStore.Open(options, s.GetRequiredService<InstanceKeys>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<KeysStart>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<SearchTokens>();
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton(s => new KeyRotation(s.GetRequiredService<KeyStore>(), s.GetRequiredService<SigningKeys>(), s.GetRequiredService<DataProtectionKeys>()));
        services.AddDataProtection().SetApplicationName("platform");
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((management, repository) =>
        {
            management.XmlRepository = repository;
            // The repository wraps the whole element; a second layer inside would add nothing.
            management.XmlEncryptor = new NullXmlEncryptor();
        });
        return services;
    }
}
