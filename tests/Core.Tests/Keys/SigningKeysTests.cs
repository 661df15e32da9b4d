using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Signing;
using Platform.Core.Keys.Subjects;
using Platform.Core.Outbox;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

public sealed class SigningKeysTests
{
    private const string Type = "certificate+jws";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_one_process_signs_another_verifies(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var one = Platform(database);
        await using var other = Platform(database);

        var jws = await Signing(one).SignAsync(Type, "{\"no\":1}"u8.ToArray());

        Assert.Equal("{\"no\":1}", Encoding.UTF8.GetString((await Signing(other).VerifyAsync(Type, jws))!));
        Assert.Null(await Signing(other).VerifyAsync("receipt+jws", jws));
        Assert.Null(await Signing(other).VerifyAsync(Type, jws[..^2] + "AA"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_rotation_a_new_key_signs_and_the_old_public_half_verifies_for_ever(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var platform = Platform(database);
        var before = await Signing(platform).SignAsync(Type, "old"u8.ToArray());
        database.Clock.Advance(TimeSpan.FromDays(1));

        var kid = await Signing(platform).RotateAsync();
        var after = await Signing(platform).SignAsync(Type, "new"u8.ToArray());

        Assert.Equal(kid, Jws.KidOf(after, Type));
        Assert.NotEqual(kid, Jws.KidOf(before, Type));
        await using var restarted = Platform(database);
        Assert.NotNull(await Signing(restarted).VerifyAsync(Type, before));
        await using var connection = await database.Db.OpenAsync();
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("select count(*) from platform_signing_key where private_key is not null"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where action = 'keys.new-signing-key'"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_exported_set_holds_public_halves_newest_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var platform = Platform(database);
        await Signing(platform).SignAsync(Type, "x"u8.ToArray());
        database.Clock.Advance(TimeSpan.FromDays(1));
        var newest = await Signing(platform).RotateAsync();

        using var set = JsonDocument.Parse(await Signing(platform).ExportAsync());
        var keys = set.RootElement.GetProperty("keys").EnumerateArray().ToList();

        Assert.Equal(newest, keys[0].GetProperty("kid").GetString());
        Assert.All(keys, key => Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_cookie_key_is_shared_by_processes_and_never_in_clear(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var one = Platform(database);
        await using var other = Platform(database);

        var cookie = one.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("session");

        Assert.Equal("session", other.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(cookie));
        await using var connection = await database.Db.OpenAsync();
        var element = await connection.QuerySingleAsync<byte[]>("select element from platform_data_protection_key");
        Assert.Equal(-1, element.AsSpan().IndexOf("masterKey"u8));
        Assert.Contains("masterKey", string.Concat(one.GetRequiredService<DataProtectionKeys>().GetAllElements()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_rotation_of_the_instance_key_everything_still_works_without_the_old_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var platform = Platform(database))
        {
            await platform.GetRequiredService<KeyStore>().CreateAsync(Guid.CreateVersion7());
            await Signing(platform).SignAsync(Type, "x"u8.ToArray());
            platform.GetRequiredService<DataProtectionKeys>().StoreElement(new XElement("key"), "key");
        }

        var (old, _) = new KeyFolder(KeyFile(database)).Rotate();
        await using (var platform = Platform(database))
        {
            Assert.Equal(3, await platform.GetRequiredService<KeyRotation>().RewrapAsync());
        }

        File.Delete(Path.Combine(database.Folder, "keys", $"instance-{old}.key"));
        await using var after = Platform(database);
        Assert.NotNull(await Signing(after).VerifyAsync(Type, await Signing(after).SignAsync(Type, "y"u8.ToArray())));
        Assert.Equal("key", after.GetRequiredService<DataProtectionKeys>().GetAllElements().Single().Name);
    }

    private static SigningKeys Signing(ServiceProvider platform) => platform.GetRequiredService<SigningKeys>();

    private static string KeyFile(TestDatabase database) => Path.Combine(database.Folder, "keys", "instance.key");

    private static ServiceProvider Platform(TestDatabase database)
    {
        if (!File.Exists(KeyFile(database)))
        {
            new KeyFolder(KeyFile(database)).Init();
        }

        var platform = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(database.Clock).AddPlatformCore(database.ConnectionString)
            .AddSingleton<OutboxRoutes>().AddKeys(new KeysOptions(database.Folder)).BuildServiceProvider();
        platform.GetRequiredService<KeyStore>().MigrateAsync().GetAwaiter().GetResult();
        return platform;
    }
}
