using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Notices.Delivery;
using Platform.Modules.Notices.Inbox;
using Platform.Modules.Notices.Preferences;
using Platform.Modules.Notices.Sending;

namespace Platform.Modules.Notices.Writing;

/// <summary>After commit: writes the notice in the person's language with the texts of the case's edition, and lays it out for its channels.</summary>
internal sealed class WriteNotice(CaseStore cases, EditionStore editions, NoticeValues values, NoticeTemplates templates, NoticeStore notices, Routes routes) : IHandle<NoticeDue>
{
    public async Task HandleAsync(NoticeDue message, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(message.CaseId, new CaseAccess.AfterCommit(), cancellationToken) is not { ErasedAt: null } found)
        {
            return;
        }

        try
        {
            await WriteAsync(message, found, cancellationToken);
        }
        catch (KeyErasedException)
        {
            // Erased meanwhile: there is nobody to tell.
        }
        catch (DuplicateException error) when (error.Table == "notices_notice")
        {
            // Written by an earlier delivery of the same message.
        }
    }

    private async Task WriteAsync(NoticeDue message, CaseRow found, CancellationToken cancellationToken)
    {
        var definition = await editions.OfAsync(found, cancellationToken);
        var route = await routes.OfAsync(found.ApplicantId, definition.Pack, cancellationToken);
        var said = await values.OfAsync(found, definition, message, route.Language, cancellationToken);
        var text = templates.Write(definition.Pack, message.Name, route.Language, said)
            ?? throw new InvalidOperationException($"The pack of the case's edition has no notice '{message.Name}'.");
        await notices.AddAsync(message, found.ApplicantId, route, text);
    }
}
