using System.Security.Cryptography;
using System.Text;
using Platform.Core.Outbox;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Notices.Writing;
using Platform.Modules.Payments;

namespace Platform.Modules.Notices.Sending;

/// <summary>Tells the applicant that money came in.</summary>
internal sealed class TellOfReceipt(PaymentNotices notices) : IHandle<PaymentReceived>
{
    public Task HandleAsync(PaymentReceived message, CancellationToken cancellationToken) => notices.TellAsync(PaymentNotices.Received, message.CaseId, message.ReceiptId, cancellationToken);
}

/// <summary>Tells the applicant that a receipt was cancelled, so that the fees are due again.</summary>
internal sealed class TellOfCancellation(PaymentNotices notices) : IHandle<PaymentCancelled>
{
    public Task HandleAsync(PaymentCancelled message, CancellationToken cancellationToken) => notices.TellAsync(PaymentNotices.Due, message.CaseId, message.ReceiptId, cancellationToken);
}

/// <summary>Notices of receipts. They are asked for by no workflow, so packs without them tell nothing.</summary>
internal sealed class PaymentNotices(CaseStore cases, EditionStore editions, WriteNotice writer)
{
    public const string Received = "payment-received";
    public const string Due = "payment-due";

    private const int TimeBytes = 6;

    public async Task TellAsync(string name, Guid caseId, Guid receiptId, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseId, new CaseAccess.AfterCommit(), cancellationToken) is { ErasedAt: null } found
            && (await editions.OfAsync(found, cancellationToken)).Pack.Templates.ContainsKey($"notices/{name}"))
        {
            await writer.HandleAsync(new NoticeDue(IdOf(name, receiptId), caseId, Seq: 0, name) { ReceiptId = receiptId }, cancellationToken);
        }
    }

    // The same at every delivery of the message, so that it is written once; of version 7 with the time of the receipt, because the inbox is in that order.
    private static Guid IdOf(string name, Guid receiptId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"notices/{name}/{receiptId:D}")).AsSpan(0, 16);
        receiptId.ToByteArray(bigEndian: true).AsSpan(0, TimeBytes).CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (name == Received ? 0 : 0x0F));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
