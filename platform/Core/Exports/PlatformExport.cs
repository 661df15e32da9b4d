using Platform.Core.People;

namespace Platform.Core.Exports;

/// <summary>The platform's own tables in the export.</summary>
internal static class PlatformExport
{
    private const string Lease = "Who works at it at this moment.";
    private const string Token = "Keyed hashes for searching, made anew from what is exported.";

    public static IReadOnlyList<ExportTable> Tables { get; } =
    [
        new ExportTable("platform_person", "A person whom the portal knows: with an account, from a counter, or an official.",
            """
            kind: citizen or official, among others.
            state: active, or merged into another.
            details: Names, telephone, address, date of birth and numbers; null once erased.
            """).Opens("details", "person_id", SealedContent.Json, r => SealedPerson.DetailsOf(r.Id("person_id"))),
        new ExportTable("platform_person_confirmation", "That an official saw a person and a proof of who that is.",
            """
            evidence: The kind of proof.
            confirmed_by: The official.
            confirmed_at: When.
            """),
        new ExportTable("platform_grant", "A role that somebody holds or held.",
            """
            grant_id: Identity of the grant.
            role: Id of the role in the pack's roles.yaml.
            organization: Id of the public body; * for all.
            area_path: The area that the role ends at; null for everywhere.
            valid_from: Since when.
            valid_to: Until when; null for no end.
            granted_by: Who gave it; null for the console.
            """),
        new ExportTable("platform_pack_release", "A state of the country pack that was live once: services, texts, rules.",
            """
            number: Its number in this instance.
            release_id: Identity of it; subject of its audit rows.
            digest: SHA-256 over the files of all layers.
            name: Name of the topmost pack.
            version: The pack's own version.
            content: Path in the export of a zip whose top folders are the layers.
            """).WithApart("content", ".zip"),
        new ExportTable("platform_pack_activation", "Since when which state of the pack was live.",
            """
            number: The release.
            activated_at: Since when.
            activated_by: Who did it; null for the console.
            """),
        new ExportTable("platform_outbox", "A message of the platform to itself that waits or was given up.",
            """
            message_id: Identity of the message.
            handler: Who gets it.
            type: What it says.
            body: JSON of ids and codes.
            available_at: When it is tried next.
            error: Why the last try failed.
            dead_at: When it was given up; null while it waits.
            """).Without("lease_token", Lease).Without("lease_until", Lease),
        new ExportTable("platform_signing_key", "A key that signed documents, receipts or heads of the audit: its public half.",
            """
            key_id: Identity of the key; subject of its audit rows.
            kid: Its name in signatures.
            public_key: JWK (RFC 7517).
            """).Without("private_key", "A secret: whoever leaves signs with keys of their own."),
        new ExportTable("platform_audit", "One line of the audit. README.md says how its hashes are made.",
            """
            subject_id: What it is about: a case, a person, a release.
            at: The act's instant.
            kind: What the subject is.
            action: What was done.
            actor_id: Who did it; null for the platform itself and for those who gave no name.
            for_person: For whom, at a counter.
            details: JSON text of ids, numbers and states, exactly as it was hashed.
            previous: The leaf of the subject's row before; zeros for its first.
            leaf: The row's hash.
            """),
        new ExportTable("platform_audit_seal", "The place of an audit row among all.",
            """
            position: Its place from 0.
            subject_id: With seq, the row.
            leaf: The row's hash.
            """),
        new ExportTable("platform_audit_head", "A signed statement of how the audit stood.",
            """
            size: How many rows it covers, from position 0.
            root: Merkle tree hash over their leaves (RFC 6962, 2.1).
            peaks: Hashes of the full subtrees, the largest first, as JSON.
            at: When.
            signature: Compact JWS (RFC 7515) over {"size","root","at"}.
            """),
        new ExportTable("platform_audit_unsealed", "An audit row that has no place among all yet.", "subject_id: With seq, the row."),
        new ExportTable("platform_migration", "A change of the tables that was applied.",
            """
            module: Whose tables.
            name: The file.
            sha256: Its hash.
            applied_at: When.
            """),
    ];

    public static IReadOnlyList<NotExported> Left { get; } =
    [
        new("platform_act_guard", "Holds no row ever."),
        new("platform_data_protection_key", "Secrets of cookies and forms; a new portal makes its own."),
        new("platform_idempotency", "Remembers requests that may be repeated, as keyed hashes; means nothing elsewhere."),
        new("platform_job", "When timer work of this instance is due."),
        new("platform_person_token", Token),
        new("platform_person_verified_id", Token),
        new("platform_token_renewal", Token),
    ];
}
