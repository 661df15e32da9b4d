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

    // As install.sh writes them.
    private void Lay(bool sandbox)
    {
        var walls = sandbox ? "\n" + File.ReadAllText(Tool.Infra("systemd/units/sandbox.conf")) : "";
        Directory.CreateDirectory(root["etc/systemd/system"]);
        foreach (var file in Directory.EnumerateFiles(Tool.Infra("systemd/units"), "*.service"))
        {
            File.WriteAllText(root[$"etc/systemd/system/{Path.GetFileNameWithoutExtension(file)}demo.service"], File.ReadAllText(file) + walls);
        }
    }

    private async Task<double> ExposureAsync(string unit)
    {
        var output = await Tool.DoAsync("systemd-analyze", "security", "--offline=yes", $"--root={root.Path}", "--no-pager", $"{unit}demo.service");
        return double.Parse(Overall().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Overall exposure level for \S+: ([0-9.]+)")]
    private static partial Regex Overall();
}
