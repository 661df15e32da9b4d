using Platform.Core.Exports;
using Platform.Core.Modules;

namespace Platform.Modules.Cases;

/// <summary>Applications in the export of everything.</summary>
internal static class CasesExport
{
    public static void Declare(ModuleBuilder module)
    {
        Case(module);
        Answers(module);
        History(module);
        module.Export("cases_reference", "The reference that an application is called by.", "reference: Ten characters, the last two of them a check.");
        module.Export("cases_edition", "A version of a service under which applications were filed.",
            """
            edition: SHA-256 of the canonical JSON (RFC 8785) of everything that the version consists of.
            closure: That JSON; empty where the release holds it.
            stored_at: When the first application was filed under it.
            release: Number of the pack's release that holds it.
            """);
        module.NotExported("cases_token", "Keyed hashes for searching, made anew from the answers.");
    }

    private static void Case(ModuleBuilder module) => module.Export("cases_case", "An application, from draft to archive.",
        """
        reference: What the applicant and the office call it; null until it was sent.
        edition: The version of the service it was filed under.
        state: A state of the service's workflow, or draft.
        queue: The desk's list that it waits in.
        final: Whether it was decided.
        saves: How often a page of it was saved.
        applicant_id: Whose it is; null where it was filed without a name.
        filed_by: The official who filed it for somebody.
        hidden_from: The body that must not see it: the one complained of.
        received_on: Of one on paper, the day it reached the office.
        scan_id: The file that is the scan of that paper.
        assignee_id: The official who has it in hand.
        submitted_at: When it was sent.
        changed_at: When it was changed last.
        due_at: Until when a decision is promised.
        due_on: The same as a local day.
        state_due_at: Until when the present state should be left.
        state_due_on: The same as a local day.
        paused_at: Since when the clock stands still.
        time_zone: Of the local days, an IANA name.
        erased_at: When what it held of people was erased.
        """).Without("secret_hash", "Opens an application that was filed without a name to the browser that filed it.");

    private static void Answers(ModuleBuilder module)
    {
        module.Export("cases_page", "What was typed on one page of a draft, right or wrong.",
            """
            page: Id of the page in the form.
            saved_at: When.
            content: What was typed, by the ids of the questions.
            """).Opens("content", "case_id", SealedContent.Json, r => CaseVault.Page(r.Id("case_id"), r.Text("page")));
        module.Export("cases_answers", "The answers as sent; a correction is a revision more.",
            """
            revision: From 1.
            submitted_at: When it was sent.
            content: The answers, by the ids of the questions.
            """).Opens("content", "case_id", SealedContent.Json, r => CaseVault.Answers(r.Id("case_id"), r.Number("revision")));
        module.Export("cases_file", "A file that belongs to an application.",
            """
            file_id: Its name in files/.
            size: Bytes.
            stored_at: When it came.
            content: Its name and type.
            """).Opens("content", "case_id", SealedContent.Json, r => CaseVault.File(r.Id("file_id"))).WithFiles("file_id", "case_id");
        module.Export("cases_fee", "A fee of an application, as it was fixed when it was sent.",
            """
            amount: Minor units of the currency.
            state: due, paid or waived.
            settled_at: When it was paid or waived.
            """);
    }

    private static void History(ModuleBuilder module)
    {
        module.Export("cases_event", "What happened to an application.",
            """
            at: When.
            kind: created, submitted, moved, taken, released, erased, or a module's own.
            action: The workflow's action.
            from_state: State before.
            to_state: State after.
            actor_id: Who did it.
            content: What was filled in with it.
            """).Opens("content", "case_id", SealedContent.Json, r => CaseVault.Event(r.Id("case_id"), r.Number("seq")));
        module.Export("cases_note", "What officials wrote for each other.",
            """
            note_id: Identity of the note.
            at: When.
            author_id: Who wrote it.
            content: The note.
            """).Opens("content", "case_id", SealedContent.Json, r => CaseVault.Note(r.Id("note_id")));
    }
}
