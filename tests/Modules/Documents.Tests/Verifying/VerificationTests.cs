using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Data;
using Platform.Core.Keys.Signing;
using Platform.Core.Keys.Subjects;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Documents.Correcting;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;
using Platform.Modules.Documents.Verifying;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Verifying;

public sealed class VerificationTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_code_shows_what_the_document_reveals_and_no_more(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;
        using var client = platform.Client();

        var html = await client.GetStringAsync($"/en/verify/{DocumentCode.Show(code).ToLowerInvariant()}");

        Assert.Contains("genuine and in force", html, StringComparison.Ordinal);
        Assert.Contains(document.Row.Number, html, StringComparison.Ordinal);
        Assert.Contains("N••• K•••", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Noy", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Third house", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Dao", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_thousand_codes_derived_from_one_reveal_nothing(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;
        var verification = platform.Services.GetRequiredService<Verification>();

        Assert.NotNull(await verification.ByCodeAsync(code, "en"));
        var known = 0;
        await Parallel.ForEachAsync(Derived(code).Take(10_000), async (derived, cancel) =>
        {
            if (await verification.ByCodeAsync(derived, "en", cancel) is not null)
            {
                Interlocked.Increment(ref known);
            }
        });

        Assert.Equal(0, known);
    }

    [Fact]
    public async Task Wrong_codes_get_the_same_bytes_whatever_is_wrong_with_them()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter", null, "--Modules:documents:WrongCodesPerMinute=1000");
        var (_, document) = await Issued.OneAsync(platform);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;
        using var client = platform.Client();

        var answers = new HashSet<string>();
        foreach (var wrong in Derived(code).Where(d => d.Length > 9).Take(40).Concat(["no-such-code", document.Row.Number, document.Row.DocumentId.ToString(), new string('A', 300), "ກຂຄ"]))
        {
            answers.Add((await client.GetStringAsync($"/en/verify/{Uri.EscapeDataString(wrong)}")).Replace(Uri.EscapeDataString(wrong), "", StringComparison.OrdinalIgnoreCase));
        }

        Assert.Single(answers.Select(WithoutTokens).ToHashSet());
    }

    [Fact]
    public async Task A_network_that_tries_wrong_codes_has_to_wait_and_others_do_not()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = platform.Client("198.51.100.7");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/en/verify/wrong{i}")).StatusCode);
        }

        using var neighbour = platform.Client("198.51.100.99");
        using var other = platform.Client("203.0.113.5");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await neighbour.GetAsync("/en/verify/wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/en/verify/wrong")).StatusCode);
        platform.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/verify/wrong")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Expired_revoked_and_erased_documents_say_so(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var verification = platform.Services.GetRequiredService<Verification>();
        var (_, document) = await Issued.OneAsync(platform);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;
        var pack = platform.Services.GetRequiredService<ActivePack>().Current.Pack;

        Assert.Equal(Standing.InForce, Standings.Of(document.Row, pack, new FakeTimeProvider(new DateTimeOffset(2026, 9, 2, 12, 0, 0, TimeSpan.Zero))));
        Assert.Equal(Standing.Expired, Standings.Of(document.Row, pack, new FakeTimeProvider(new DateTimeOffset(2026, 9, 3, 12, 0, 0, TimeSpan.Zero))));

        await platform.Services.GetRequiredService<Revocation>().RevokeAsync((await Issued.AgainAsync(platform, document)).Row, "Given in error", Actor.System);
        var revoked = (await verification.ByCodeAsync(code, "en"))!;
        Assert.Equal(Standing.Revoked, revoked.Standing);
        await Assert.ThrowsAsync<ActConflictException>(() => platform.Services.GetRequiredService<Revocation>().RevokeAsync(document.Row, "Again", Actor.System));

        await platform.Services.GetRequiredService<KeyStore>().EraseAsync(document.Row.CaseId);
        var erased = (await verification.ByCodeAsync(code, "en"))!;
        Assert.Equal(Standing.Erased, erased.Standing);
        Assert.Null(erased.Text);
        Assert.Empty(erased.Fields);
        Assert.Null(await verification.ByCodeAsync(Derived(code).First(), "en"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_altered_signed_text_does_not_verify_and_the_genuine_one_shows_the_signed_words(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        var verification = platform.Services.GetRequiredService<Verification>();
        var jws = (await platform.Services.GetRequiredService<DocumentReading>().SignatureAsync((await Issued.AgainAsync(platform, document)).Row))!;

        var genuine = (await verification.BySignatureAsync(jws, "en"))!;
        Assert.Equal((Standing.InForce, true), (genuine.Standing, genuine.IsSignature));
        Assert.Contains(genuine.Fields, f => f.Text == "Third house");
        Assert.Contains(genuine.Fields, f => f.Text == Issued.Holder);
        Assert.Null(await verification.BySignatureAsync(Altered(jws), "en"));
        Assert.Null(await verification.BySignatureAsync("a.b.c", "en"));
        // Another kind of text signed by the same key is no document.
        Assert.Null(await verification.BySignatureAsync(await platform.Services.GetRequiredService<SigningKeys>().SignAsync("receipt+jws", "{}"u8.ToArray()), "en"));
    }

    [Fact]
    public async Task The_verifier_that_stands_alone_agrees()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (_, document) = await Issued.OneAsync(platform);
        using var client = platform.Client();
        var jws = (await platform.Services.GetRequiredService<DocumentReading>().SignatureAsync((await Issued.AgainAsync(platform, document)).Row))!;
        var keys = Path.Combine(platform.Folder, "jwks.json");
        await File.WriteAllTextAsync(keys, await client.GetStringAsync("/.well-known/jwks.json"));

        var (code, said) = await VerifyAsync(platform, jws, keys);
        Assert.Equal(0, code);
        Assert.Contains(document.Row.Number, said, StringComparison.Ordinal);
        Assert.Contains("Third house", said, StringComparison.Ordinal);
        Assert.Equal(1, (await VerifyAsync(platform, Altered(jws), keys)).Code);
    }

    private static async Task<(int Code, string Said)> VerifyAsync(TestPlatform platform, string jws, string keys)
    {
        var file = Path.Combine(platform.Folder, "signed.txt");
        await File.WriteAllTextAsync(file, jws);
        var script = Path.Combine(TestFolder.RepositoryRoot, "tools/verify/verify.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, file, keys]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, said);
    }

    private static string Altered(string jws)
    {
        var parts = jws.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("Third house", "Fourth house", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }

    // Every one-letter change, every two-letter change, every prefix.
    private static IEnumerable<string> Derived(string code) => Enumerable.Range(1, code.Length - 1).Select(n => code[..n])
        .Concat(Enumerable.Range(0, code.Length).SelectMany(i => Alphabet.Where(c => c != code[i]).Select(c => code[..i] + c + code[(i + 1)..])))
        .Concat(Enumerable.Range(0, code.Length - 1).SelectMany(i => Alphabet.Where(c => c != code[i]).SelectMany(c =>
            Alphabet.Where(d => d != code[i + 1]).Select(d => code[..i] + c + d + code[(i + 2)..]))));

    private static string WithoutTokens(string html) => System.Text.RegularExpressions.Regex.Replace(html, "__RequestVerificationToken[^>]*>", "");
}
