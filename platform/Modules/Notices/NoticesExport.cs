using Platform.Core.Exports;
using Platform.Core.Modules;
using Platform.Modules.Notices.Inbox;

namespace Platform.Modules.Notices;

/// <summary>Messages to people in the export of everything.</summary>
internal static class NoticesExport
{
    private const string Lease = "Who sends it at this moment.";

    public static void Declare(ModuleBuilder module)
    {
        module.Export("notices_notice", "A message to a person.",
            """
            seq: The event of the application that it tells of.
            name: Which message of the service.
            language: Tag of its language (BCP 47).
            content: Its words.
            read_at: When it was read in the portal.
            """).Opens("content", "case_id", SealedContent.Json, r => NoticeStore.Place(r.Id("notice_id")));
        module.Export("notices_delivery", "What carried a message besides the portal itself.",
            """
            delivery_id: Identity of the delivery.
            channel: email, sms or letter, among others.
            state: waiting, sent or given up, among others.
            outcomes: Tries whose end is known.
            reason: Why it failed.
            reference: What the carrier called it.
            due_at: When it is tried next.
            settled_at: When it was sent or given up.
            """).Without("lease_token", Lease).Without("lease_until", Lease);
        module.Export("notices_preference", "How a person wants to be told.",
            """
            email: Whether by e-mail.
            sms: Whether by text message.
            language: Tag of the language chosen.
            changed_at: When.
            """);
    }
}
