using Platform.Core.Outbox;

namespace Platform.Modules.Sample;

/// <summary>After an entry ended: its case says so. Called at least once, so it looks whether it was done already.</summary>
internal sealed class TellCase(SampleStore entries) : IHandle<EntryEnded>
{
    public async Task HandleAsync(EntryEnded message, CancellationToken cancellationToken)
    {
        if (await entries.AfterCommitAsync(message.EntryId, cancellationToken) is { ToldAt: null } entry)
        {
            await entries.TellCaseAsync(entry, cancellationToken);
        }
    }
}
