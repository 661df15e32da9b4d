using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Platform.Testing;

namespace Platform.Infra.Tests;

public sealed class ContainerTests : IDisposable
{
    private const string Pack = "one-question";
    private const string Account = "10001:10001";
    private readonly TestFolder folder = new();

    // Packages of Debian are fetched once on a machine.
    private static readonly string Packages = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "platform-debian-packages-summed")).FullName;

    [Fact]
    public async Task The_same_release_gives_the_same_bytes_wherever_and_whenever_it_is_built()
    {
        await NeedAsync();
        var release = Release("small");
        await File.WriteAllTextAsync(Path.Combine(release, "binaries/Platform.Host"), "#!/bin/sh\n");
        await Tool.DoAsync("chmod", "755", Path.Combine(release, "binaries/Platform.Host"));
        await BuildAsync(release, folder["one"]);
        await Tool.DoAsync("cp", "-r", "--preserve=mode", release, folder["elsewhere"]);
        await BuildAsync(folder["elsewhere"], folder["two"]);

        await Tool.DoAsync("cmp", folder["one.tar"], folder["two.tar"]);
    }

    [Fact]
    public async Task What_lay_in_the_folder_of_packages_is_taken_with_its_sum_only_and_once()
    {
        await NeedAsync();
        var release = Release("small");
        await File.WriteAllTextAsync(Path.Combine(release, "binaries/Platform.Host"), "#!/bin/sh\n");
        await Tool.DoAsync("chmod", "755", Path.Combine(release, "binaries/Platform.Host"));
        await BuildAsync(release, folder["image"]);
        await Tool.DoAsync("cp", "-r", Packages, folder["debs"]);
        string[] build = [release, "--pack", Pack, "-o", folder["again"], "--packages", folder["debs"]];
        string[] withSums = [.. build, "--sums", Path.Combine(Packages, "SHA256SUMS")];
        var one = Directory.EnumerateFiles(folder["debs"], "tzdata_*.deb").Single();

        Assert.Contains("--sums", (await Tool.RunAsync(Tool.Infra("container/build.sh"), build)).Output, StringComparison.Ordinal);
        await Tool.DoAsync(Tool.Infra("container/build.sh"), withSums);
        File.Copy(one, folder["debs/tzdata_9_all.deb"]);
        Assert.Contains("several files of tzdata", (await Tool.RunAsync(Tool.Infra("container/build.sh"), withSums)).Output, StringComparison.Ordinal);
        File.Delete(folder["debs/tzdata_9_all.deb"]);
        await File.AppendAllTextAsync(one, "x");
        Assert.Contains("is not the file", (await Tool.RunAsync(Tool.Infra("container/build.sh"), withSums)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_image_is_left_as_it_is()
    {
        var release = Release("small");
        await File.WriteAllTextAsync(Path.Combine(release, "binaries/Platform.Host"), "#!/bin/sh\n");
        await Tool.DoAsync("chmod", "755", Path.Combine(release, "binaries/Platform.Host"));
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder["data"]).FullName, "platform.db"), "");
        await File.WriteAllTextAsync(folder["photos.tar"], "");

        Assert.Contains("is there and no image", (await Tool.RunAsync(Tool.Infra("container/build.sh"), release, "--pack", Pack, "-o", folder["data"])).Output, StringComparison.Ordinal);
        Assert.Contains("is there without its image", (await Tool.RunAsync(Tool.Infra("container/build.sh"), release, "--pack", Pack, "-o", folder["photos"])).Output, StringComparison.Ordinal);

        Assert.True(File.Exists(folder["data/platform.db"]) && File.Exists(folder["photos.tar"]));
    }

    [Fact]
    public async Task The_portal_is_ready_in_it_without_rights_on_a_root_that_cannot_be_written()
    {
        await NeedAsync();
        var release = Release("whole");
        await Tool.DoAsync("cp", "-rL", $"{AppContext.BaseDirectory}.", Path.Combine(release, "binaries"));
        await BuildAsync(release, folder["image"], "--runtime", Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../..")));
        var (root, environment) = await UnpackAsync();
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(root, "usr/bin"), "*sh"));
        Directory.CreateDirectory(folder["data"]);
        await Tool.DoAsync("chown", Account, folder["data"]);
        environment["PLATFORM_urls"] = $"http://127.0.0.1:{FreePort()}";

        using var host = Start(root, environment);
        try
        {
            Assert.Equal("Healthy", await ReadyAsync(host, environment["PLATFORM_urls"]));
            var status = await File.ReadAllTextAsync($"/proc/{await InsideAsync(root)}/status");
            Assert.Contains("Uid:\t10001\t10001", status, StringComparison.Ordinal);
            Assert.Contains("CapEff:\t0000000000000000", status, StringComparison.Ordinal);
        }
        finally
        {
            // What stands around it ends with it, not the other way.
            if (!host.HasExited)
            {
                await Tool.RunAsync("kill", "-KILL", await InsideAsync(root));
                await host.WaitForExitAsync();
            }
        }
    }

    public void Dispose() => folder.Dispose();

    private static async Task NeedAsync()
    {
        Tool.Need(root: true, "apt-get", "dpkg-deb", "unshare", "setpriv");
        Assert.SkipWhen((await Tool.RunAsync("unshare", "--mount", "--pid", "--fork", "true")).Code != 0, "This machine gives no namespaces");
        Assert.SkipWhen((await Tool.RunAsync("apt-get", "--print-uris", "download", "libicu72")).Code != 0, "Debian's packages are not to be had");
    }

    // The sums are of the fetching: whoever can write into the folder between two runs of these tests can write these as well.
    private static Task<string> BuildAsync(string release, string image, params string[] more) => Path.Combine(Packages, "SHA256SUMS") is var sums && File.Exists(sums)
        ? Tool.DoAsync(Tool.Infra("container/build.sh"), [release, "--pack", Pack, "-o", image, "--packages", Packages, "--sums", sums, .. more])
        : Tool.DoAsync(Tool.Infra("container/build.sh"), [release, "--pack", Pack, "-o", image, "--packages", Packages, .. more]);

    private string Release(string name)
    {
        Directory.CreateDirectory(folder[$"{name}/binaries"]);
        var packs = Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs", Pack);
        foreach (var file in Directory.EnumerateFiles(packs, "*", SearchOption.AllDirectories))
        {
            var copy = folder[$"{name}/pack/{Pack}/{Path.GetRelativePath(packs, file)}"];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder[name];
    }

    /// <summary>The layers one over another, as an engine lays them, and the environment that the image names.</summary>
    private async Task<(string Root, Dictionary<string, string> Environment)> UnpackAsync()
    {
        var root = Directory.CreateDirectory(folder["root"]).FullName;
        using var index = await JsonAsync("index.json");
        using var manifest = await JsonAsync(BlobOf(index.RootElement.GetProperty("manifests")[0]));
        foreach (var layer in manifest.RootElement.GetProperty("layers").EnumerateArray())
        {
            await Tool.DoAsync("tar", "-C", root, "-xf", folder[$"image/{BlobOf(layer)}"]);
        }

        using var config = await JsonAsync(BlobOf(manifest.RootElement.GetProperty("config")));
        var environment = config.RootElement.GetProperty("config").GetProperty("Env").EnumerateArray().Select(e => e.GetString()!.Split('=', 2)).ToDictionary(e => e[0], e => e[1]);
        return (root, environment);
    }

    private async Task<JsonDocument> JsonAsync(string file) => JsonDocument.Parse(await File.ReadAllBytesAsync(folder[$"image/{file}"]));

    private static string BlobOf(JsonElement descriptor) => $"blobs/{descriptor.GetProperty("digest").GetString()!.Replace(':', '/')}";

    private Process Start(string root, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["-i", $"PATH=/usr/sbin:/usr/bin:/sbin:/bin", .. environment.Where(e => e.Key != "PATH").Select(e => $"{e.Key}={e.Value}"),
            Path.Combine(TestFolder.RepositoryRoot, "tests/Infra.Tests/in-image"), root, folder["data"], Account,
            "/opt/egov/binaries/Platform.Host", "--environment", "Production", "--contentRoot", "/opt/egov/binaries", "--public-url", "https://portal.example", "--proxies", "127.0.0.1"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<string> ReadyAsync(Process host, string address)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { Host = "localhost" } };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(200))
        {
            Assert.False(host.HasExited, host.HasExited ? await host.StandardError.ReadToEndAsync() : "");
            try
            {
                return await client.GetStringAsync($"{address}/health/ready");
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }

        return "not ready within a minute";
    }

    // Of all processes the one that has this root.
    private static async Task<string> InsideAsync(string root)
    {
        var (_, found) = await Tool.RunAsync("find", "/proc", "-mindepth", "2", "-maxdepth", "2", "-name", "root", "-lname", root, "-printf", "%h\n");
        return found.Split('\n').Where(line => line.StartsWith("/proc/", StringComparison.Ordinal)).Select(line => line["/proc/".Length..]).First(name => name.All(char.IsAsciiDigit));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
