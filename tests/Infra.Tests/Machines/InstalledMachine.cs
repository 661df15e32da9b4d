using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>A machine on which <c>egov install</c> has installed 1.0.0.</summary>
public sealed class InstalledMachine : IAsyncLifetime
{
    /// <summary>The program that comes to a machine with its first release.</summary>
    public static readonly string Egov = Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0/egov");

    private TestMachine? machine;
    private int minor;

    public TestMachine Machine => machine!;

    public Portal Portal { get; private set; } = null!;

    internal TestReleases Releases { get; private set; } = null!;

    /// <summary>What <c>egov install</c> printed.</summary>
    public string Said { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        machine = await TestMachine.BootAsync();
        Releases = new(Machine.Files);
        Releases.Prepare();
        Portal = await PortalAsync("demo");
        Said = await Machine.DoAsync(Egov, Portal.InstallWords(Releases.Write("1.0.0"), Releases.Roots, Releases.Country));
    }

    /// <summary>One that is not installed yet.</summary>
    public async Task<Portal> PortalAsync(string name)
    {
        var portal = new Portal(Machine, name);
        await Machine.DoAsync("mkdir", "-p", "/etc/egov");
        await portal.CertifyAsync();
        await portal.SettingsAsync();
        return portal;
    }

    /// <summary>A number above all that were.</summary>
    public string NextVersion() => $"1.{++minor}.0";

    public async ValueTask DisposeAsync()
    {
        if (machine is not null)
        {
            await machine.DisposeAsync();
        }
    }
}
