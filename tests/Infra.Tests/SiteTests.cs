using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Platform.Testing;

namespace Platform.Infra.Tests;

/// <summary>The site of nginx as the installer writes it, in a real nginx on ports of its own.</summary>
public sealed class SiteTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly int[] ports = [.. Enumerable.Range(0, 4).Select(_ => FreePort())];
    private string site = "";

    public async ValueTask InitializeAsync()
    {
        Tool.Need(root: true, "nginx", "openssl", "systemctl");
        await Tool.DoAsync("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=portal.example", "-keyout", folder["key"], "-out", folder["certificate"]);
        await Tool.DoAsync(Tool.Infra("systemd/install.sh"), "demo", "--public-url", "https://portal.example", "--roles", "web", "--root", folder["root"], "--certificate", folder["certificate"], "--certificate-key", folder["key"]);
        site = await File.ReadAllTextAsync(folder["root/etc/nginx/sites-available/egov-demo"]);
    }

    [Fact]
    public async Task Nginx_takes_it_as_it_is()
    {
        await WriteAsync(site);

        Assert.Contains("test is successful", await Tool.DoAsync("nginx", "-t", "-p", folder.Path, "-c", folder["nginx.conf"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_is_left_to_be_filled_in() => await Task.Run(() => Assert.DoesNotMatch("@[A-Z]+@", site));

    [Fact]
    public async Task While_the_first_port_is_silent_the_second_answers_and_when_both_are_the_busy_page()
    {
        await WriteAsync(OnOwnPorts());
        await Tool.DoAsync("nginx", "-p", folder.Path, "-c", folder["nginx.conf"]);
        try
        {
            using var client = Client();
            using var first = Answer(ports[2], "first");
            using (Answer(ports[3], "second"))
            {
                Assert.Equal("first", await client.GetStringAsync("/en"));
                first.Stop();
                Assert.Equal("second", await client.GetStringAsync("/en"));
                Assert.Equal("second", await (await client.PostAsync("/en", new StringContent("x"))).Content.ReadAsStringAsync());
            }

            var busy = await client.GetAsync("/en");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
            Assert.Equal("10", busy.Headers.GetValues("Retry-After").Single());
            Assert.Contains("Back in a moment", await busy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("/en", await File.ReadAllTextAsync(folder["access.log"]), StringComparison.Ordinal);
        }
        finally
        {
            await Tool.DoAsync("nginx", "-p", folder.Path, "-c", folder["nginx.conf"], "-s", "stop");
        }
    }

    [Fact]
    public async Task What_a_caller_says_of_himself_is_thrown_away()
    {
        await WriteAsync(OnOwnPorts());
        await Tool.DoAsync("nginx", "-p", folder.Path, "-c", folder["nginx.conf"]);
        try
        {
            using var client = Client();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            using var host = Answer(ports[2], null);

            Assert.Equal("127.0.0.1 https portal.example", await client.GetStringAsync("/en"));
            foreach (var path in new[] { "/health/ready", "/Health/Ready", "/health" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
            }
        }
        finally
        {
            await Tool.DoAsync("nginx", "-p", folder.Path, "-c", folder["nginx.conf"], "-s", "stop");
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private string OnOwnPorts() => site
        .Replace("[::]:80;", $"127.0.0.2:{ports[0]};", StringComparison.Ordinal).Replace("[::]:443 ", $"127.0.0.2:{ports[1]} ", StringComparison.Ordinal)
        .Replace("listen 80;", $"listen 127.0.0.1:{ports[0]};", StringComparison.Ordinal).Replace("listen 443 ", $"listen 127.0.0.1:{ports[1]} ", StringComparison.Ordinal)
        .Replace("127.0.0.1:5100", $"127.0.0.1:{ports[2]}", StringComparison.Ordinal).Replace("127.0.0.1:5101", $"127.0.0.1:{ports[3]}", StringComparison.Ordinal)
        .Replace("/var/log/nginx/egov-demo.log", folder["access.log"], StringComparison.Ordinal)
        .Replace("/etc/egov/demo.busy.html", folder["root/etc/egov/demo.busy.html"], StringComparison.Ordinal);

    private Task WriteAsync(string text) => File.WriteAllTextAsync(folder["nginx.conf"], $$"""
        user root;
        pid {{folder["pid"]}};
        error_log {{folder["error.log"]}};
        events { }
        http {
        access_log off;
        client_body_temp_path {{folder["body"]}};
        proxy_temp_path {{folder["proxy"]}};
        fastcgi_temp_path {{folder["fastcgi"]}};
        uwsgi_temp_path {{folder["uwsgi"]}};
        scgi_temp_path {{folder["scgi"]}};
        {{text}}
        }
        """);

    // Nobody signed it, so it is known by its sum.
    private HttpClient Client()
    {
        using var ours = X509CertificateLoader.LoadCertificateFromFile(folder["certificate"]);
        var sum = ours.GetCertHashString();
        return new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == sum }, ConnectCallback = ConnectAsync })
        {
            BaseAddress = new Uri("https://portal.example"),
        };
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, ports[1], cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>A portal of one sentence; null: it says who it thinks is calling.</summary>
    private static HttpListener Answer(int port, string? sentence)
    {
        var listener = new HttpListener { Prefixes = { $"http://*:{port}/" } };
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                var request = context.Request;
                await using var writer = new StreamWriter(context.Response.OutputStream);
                await writer.WriteAsync(sentence ?? $"{request.Headers["X-Forwarded-For"]} {request.Headers["X-Forwarded-Proto"]} {request.Headers["Host"]}");
            }
        });
        return listener;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
