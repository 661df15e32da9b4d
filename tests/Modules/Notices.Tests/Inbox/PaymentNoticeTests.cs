using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Tests;
using Platform.Modules.Notices.Inbox;
using Platform.Modules.Notices.Sending;
using Platform.Modules.Payments;
using Platform.Modules.Payments.Receipts;
using Platform.Testing;

namespace Platform.Modules.Notices.Tests.Inbox;

public sealed class PaymentNoticeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Money_that_came_in_and_a_receipt_that_was_cancelled_are_told_once_each(DatabaseKind kind)
    {
        await using var platform = await NoticePlatform.StartAsync(kind, "starter");
        var caseId = (await platform.SubmittedAsync((await platform.ReachableAsync()).PersonId)).CaseId;
        await Task.Delay(5);
        var receipt = await ReceiveAsync(platform, caseId);
        await platform.OutboxAsync();

        var received = (await NoticesAsync(platform, caseId)).Single(n => n.Name == "payment-received");
        var text = string.Join('\n', received.Text.Paragraphs);
        Assert.Contains("Receipt number: 2026/000001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Amount: .", text, StringComparison.Ordinal);
        Assert.Contains("2026/000001", received.Text.ShortForm, StringComparison.Ordinal);

        await platform.Services.GetRequiredService<Cashier>().CancelAsync(receipt, new CaseAccess.AfterCommit(), CancelReasons.WrongAmount, new Actor(Guid.CreateVersion7(), null, Channels.Counter));
        await platform.OutboxAsync();
        await AgainAsync(platform, new PaymentReceived(caseId, receipt.ReceiptId));

        Assert.Equal(["payment-due", "payment-received", "submitted"], (await InboxAsync(platform, caseId)).Select(n => n.Name));
    }

    [Fact]
    public async Task From_the_account_page_one_finds_how_one_is_told_and_from_a_message_its_case()
    {
        await using var platform = await NoticePlatform.StartAsync(DatabaseKind.Sqlite, "starter");
        var owner = await platform.ReachableAsync();
        var notice = await platform.SubmittedAsync(owner.PersonId);
        using var client = await platform.ClientAsync(owner);

        Assert.Contains("href=\"/en/account/notices\"", await client.GetStringAsync("/en/account"), StringComparison.Ordinal);
        var reference = (await platform.Services.GetRequiredService<CaseStore>().FindAsync(notice.CaseId, new CaseAccess.Owner(owner.PersonId)))!.Reference;
        Assert.Contains($"href=\"/en/my/cases/{reference}\"", await client.GetStringAsync($"/en/my/messages/{notice.NoticeId:D}"), StringComparison.Ordinal);
    }

    private static async Task<Receipt> ReceiveAsync(TestPlatform platform, Guid caseId)
    {
        CaseAccess access = new CaseAccess.AfterCommit();
        var cases = platform.Services.GetRequiredService<CaseStore>();
        var (found, due) = ((await cases.FindAsync(caseId, access))!, (await cases.FeesAsync(caseId, access)).Sum(f => f.Amount));
        await platform.Services.GetRequiredService<Cashier>().ReceiveAsync(found, access, due, new Actor(Guid.CreateVersion7(), found.ApplicantId, Channels.Counter));
        return (await platform.Services.GetRequiredService<ReceiptStore>().OfCaseAsync(caseId)).Single();
    }

    private static async Task AgainAsync(TestPlatform platform, PaymentReceived message)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        await ((IHandle<PaymentReceived>)scope.ServiceProvider.GetRequiredService<TellOfReceipt>()).HandleAsync(message, CancellationToken.None);
    }

    // As the person sees it: newest first.
    private static async Task<IReadOnlyList<Notice>> InboxAsync(TestPlatform platform, Guid caseId)
    {
        var owner = (await platform.Services.GetRequiredService<CaseStore>().FindAsync(caseId, new CaseAccess.AfterCommit()))!.ApplicantId!.Value;
        return await platform.Services.GetRequiredService<NoticeStore>().ListAsync(owner, 10);
    }

    private static Task<IReadOnlyList<Notice>> NoticesAsync(TestPlatform platform, Guid caseId) => platform.Services.GetRequiredService<NoticeStore>().OfCaseAsync(caseId);
}
