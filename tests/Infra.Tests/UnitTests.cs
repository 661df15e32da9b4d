using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Infra.Tests;

public sealed partial class UnitTests : IDisposable
{
    private const double Most = 2.0;
    private readonly TestFolder root = new();

    public static TheoryData<string> Services() =>
        [.. Directory.EnumerateFiles(Tool.Infra("systemd/units"), "*.service").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory, MemberData(nameof(Services))]
    public async Task A_unit_is_hardly_exposed(string unit)
    {
        Tool.Need(root: false, "systemd-analyze");
        Lay(sandbox: true);

        var exposure = await ExposureAsync(unit);

        TestContext.Current.TestOutputHelper?.WriteLine($"{unit}: {exposure}");
        Assert.True(exposure < Most, $"{unit}: {exposure}");
    }

    [Fact]
    public async Task Without_the_sandbox_a_unit_would_be()
    {
        Tool.Need(root: false, "systemd-analyze");
        Lay(sandbox: false);

        Assert.True(await ExposureAsync("egov@") > Most);
    }

    [Fact]
    public void Each_timer_has_its_service()
    {
        var units = Tool.Infra("systemd/units");

        Assert.All(Directory.EnumerateFiles(units, "*.timer"), timer => Assert.True(File.Exists(Path.ChangeExtension(timer, ".service")), timer));
    }

    public void Dispose() => root.Dispose();

    private void Lay(bool sandbox)
    {
        foreach (var file in Directory.EnumerateFiles(Tool.Infra("systemd/units"), "egov*"))
        {
            Put(file, Path.GetFileName(file));
        }

        foreach (var units in sandbox ? new[] { "egov@", "egov-" } : [])
        {
            Put(Tool.Infra("systemd/units/sandbox.conf"), $"{units}.service.d/sandbox.conf");
        }
    }

    private void Put(string file, string name)
    {
        var to = root[$"etc/systemd/system/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(file, to);
    }

    private async Task<double> ExposureAsync(string unit)
    {
        var output = await Tool.DoAsync("systemd-analyze", "security", "--offline=yes", $"--root={root.Path}", "--no-pager", $"{unit}demo.service");
        return double.Parse(Overall().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Overall exposure level for \S+: ([0-9.]+)")]
    private static partial Regex Overall();
}
