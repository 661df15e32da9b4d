using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.Keys.Subjects;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Issuing;

public sealed class IssueDocumentTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_approval_issues_a_numbered_document_in_its_own_act(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");

        var (_, document) = await Issued.OneAsync(platform);
        var row = document.Row;

        Assert.Equal(("RC-2026-000001", new DateOnly(2026, 3, 2), new DateOnly(2026, 9, 2)), (row.Number, row.IssuedOn, row.ValidUntil));
        Assert.Equal(("approved", "registry-office", DocumentStates.Issued), (document.Case.State, row.Organization, row.State));
        var text = platform.Services.GetRequiredService<DocumentWording>().Write(await Issued.OpenAsync(platform, document), "en");
        Assert.Equal((Issued.Holder, "Certificate of residence"), (text.Holder, text.Title));
        Assert.Equal("Third house", text.Fields.Single(f => f.Id == "house").Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Numbers_have_no_gap_and_no_double_when_many_are_issued_at_once(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var cases = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            cases.Add(await Issued.SubmittedAsync(platform, owner));
        }

        await Task.WhenAll(cases.Select(c => Task.Run(() => Issued.ApproveAsync(platform, c))));

        var numbers = (await platform.Services.GetRequiredService<DocumentStore>().ListAsync(new Cases.CaseAccess.Owner(owner))).Select(d => d.Row.Seq).Order();
        Assert.Equal(Enumerable.Range(1, 12).Select(n => (long)n), numbers);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_year_of_a_number_turns_at_midnight_where_the_portal_stands(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "e-laos");
        // Seven hours ahead of Greenwich: the last minute of the year, then the first of the next, with the year in Greenwich still the old one.
        platform.Clock.LeapTo(new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero));
        var old = (await Issued.OneAsync(platform, deliver: false)).Document.Row;
        platform.Clock.LeapTo(new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.Zero));
        var next = (await Issued.OneAsync(platform, deliver: false)).Document.Row;

        Assert.Equal(("RC-2026-000001", new DateOnly(2026, 12, 31)), (old.Number, old.IssuedOn));
        Assert.Equal(("RC-2027-000001", new DateOnly(2027, 1, 1)), (next.Number, next.IssuedOn));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_act_that_fails_takes_no_number(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = (await platform.CitizenAsync()).PersonId;
        var caseId = await Issued.SubmittedAsync(platform, owner);

        // Two officials decide at once: one act commits, the other is undone whole.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => Issued.ApproveAsync(platform, caseId)))));

        Assert.NotNull(Assert.Single(both, e => e is not null));
        Assert.Equal(2, (await Issued.OneAsync(platform)).Document.Row.Seq);
        Assert.Equal(2, await Issued.CountAsync(platform, "documents_code"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Neither_the_code_nor_the_holder_stands_in_the_raw_database(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform, "Zzyzxmarked");
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var raw = await connection.QuerySingleAsync<(byte[] Content, byte[] Signature)>("select content, signature from documents_document");
        Assert.All(new[] { raw.Content, raw.Signature }, bytes => Assert.All(new[] { code, "Zzyzxmarked" }, text => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)))));
        Assert.Equal(DocumentCode.Hash(code), await connection.QuerySingleAsync<string>("select code_hash from documents_code"));
        var files = Directory.EnumerateFiles(platform.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("lock", StringComparison.Ordinal)).Select(ReadShared);
        Assert.All(files, bytes => Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(code))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_document_of_an_erased_case_cannot_be_opened(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);

        await platform.Services.GetRequiredService<KeyStore>().EraseAsync(document.Row.CaseId);

        Assert.Null(await platform.Services.GetRequiredService<DocumentReading>().TryOpenAsync(document));
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
