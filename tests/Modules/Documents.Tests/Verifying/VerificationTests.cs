using System.Buffers.Text;
using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Data;
using Platform.Core.Keys.Signing;
using Platform.Core.Keys.Subjects;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Documents.Correcting;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;
using Platform.Modules.Documents.Verifying;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Verifying;

public sealed class VerificationTests
{
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
    public async Task A_code_of_another_instance_is_none(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        await using var other = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        await Issued.OneAsync(other);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;

        Assert.NotNull(await platform.Services.GetRequiredService<Verification>().ByCodeAsync(code, "en"));
        Assert.Null(await other.Services.GetRequiredService<Verification>().ByCodeAsync(code, "en"));
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
        Assert.Null(await verification.ByCodeAsync(DerivedCodes.Of(code).First(), "en"));
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
    public async Task Verifiers_that_share_no_line_with_the_portal_agree()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (_, document) = await Issued.OneAsync(platform);
        using var client = platform.Client();
        var jws = (await platform.Services.GetRequiredService<DocumentReading>().SignatureAsync((await Issued.AgainAsync(platform, document)).Row))!;
        var keys = Path.Combine(platform.Folder, "jwks.json");
        await File.WriteAllTextAsync(keys, await client.GetStringAsync("/.well-known/jwks.json"));

        foreach (var script in Independent.JwsVerifiers)
        {
            var (code, said) = await Independent.JwsAsync(platform, script, jws, keys);
            Assert.True(code == 0, said);
            Assert.Contains(document.Row.Number, said, StringComparison.Ordinal);
            Assert.Contains("Third house", said, StringComparison.Ordinal);
            Assert.Equal(1, (await Independent.JwsAsync(platform, script, Altered(jws), keys)).Code);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_log_of_looks_says_that_it_was_checked_and_by_what_and_not_by_whom(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        var verification = platform.Services.GetRequiredService<Verification>();
        var jws = (await platform.Services.GetRequiredService<DocumentReading>().SignatureAsync((await Issued.AgainAsync(platform, document)).Row))!;
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;

        await verification.ByCodeAsync(code, "en");
        await verification.BySignatureAsync(jws, "en");
        await verification.ByCodeAsync(DerivedCodes.Of(code).First(), "en");

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var looks = (await connection.QueryAsync<(string Action, Guid? Actor, string Channel, string Details)>(
            "select action, actor_id, channel, details from platform_audit where kind = @Kind and subject_id = @subject order by seq",
            new { AccessLog.Kind, subject = AccessLog.SubjectOf(document.Row.CaseId) })).AsList();
        Assert.All(looks, look => Assert.Equal(("documents.verify", null, Channels.Web), (look.Action, look.Actor, look.Channel)));
        Assert.Collection(
            looks,
            look => Assert.Contains("\"by\":\"code\"", look.Details, StringComparison.Ordinal),
            look => Assert.Contains("\"by\":\"signature\"", look.Details, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_proof_opens_its_own_case_and_no_other(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform, deliver: false);
        var (_, other) = await Issued.OneAsync(platform, deliver: false);
        var cases = platform.Services.GetRequiredService<CaseStore>();
        var bearer = new CaseAccess.Bearer(document.Row.CaseId);

        Assert.NotNull(await cases.FindAsync(document.Row.CaseId, bearer));
        Assert.Null(await cases.FindAsync(other.Row.CaseId, bearer));
    }

    private static string Altered(string jws)
    {
        var parts = jws.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("Third house", "Fourth house", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }
}
