using Platform.Core.Exports;
using Platform.Core.Modules;

namespace Platform.Modules.Documents;

/// <summary>Documents in the export of everything: whoever goes on can tell what holds and what does not.</summary>
internal static class DocumentsExport
{
    public static void Declare(ModuleBuilder module)
    {
        module.Export("documents_document", "A document that was issued.",
                """
                document: Its id in the service's definition.
                action: The workflow's action that issued it.
                number_pattern: How its number is written from year and seq.
                seq: Its number within document, body and year.
                state: issued, revoked or replaced.
                issued_at: When.
                issued_on: The local day.
                valid_until: The last day on which it is in force; null for ever.
                content: What stands on it.
                signature: Compact JWS (RFC 7515) over its canonical JSON (RFC 8785), checked by tools/verify/verify.mjs.
                file_id: The PDF in files/.
                replaces: The document before it.
                reason: Why it was revoked or replaced.
                ended_at: When it was.
                """)
            .Opens("content", "case_id", SealedContent.Json, r => Places.Content(r.Id("document_id")))
            .Opens("signature", "case_id", SealedContent.Text, r => Places.Signature(r.Id("document_id")))
            .Opens("reason", "case_id", SealedContent.Text, r => Places.Reason(r.Id("document_id")))
            .WithFiles("file_id", "case_id");
        module.Export("documents_code", "The code on a document, as its hash.", "code_hash: SHA-256 of the code that is printed, in hexadecimal.");
        module.Export("documents_number", "The last number given; whoever goes on, goes on from here.",
            """
            document: Its id in the service's definition.
            last: The number.
            """);
    }
}
