import { z } from "zod";

const name = z.string().regex(/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/, "small letters, digits and hyphens, a letter first, 30 at most");
const size = z.string().regex(/^[1-9][0-9]*(Mi|Gi|Ti)$/, "a size such as 50Gi");
const cpu = z.string().regex(/^([1-9][0-9]*|[1-9][0-9]*m)$/, "processors such as \"2\" or 500m");
const port = z.number().int().min(1).max(65535);
const network = z.string().regex(/^(\d{1,3}\.){3}\d{1,3}\/([0-9]|[12][0-9]|3[0-2])$|^[0-9a-f:]+\/\d{1,3}$/, "a network such as 10.0.0.0/16, or 10.0.0.5/32 for one address");
const https = z.string().regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/i, "an address such as https://portal.example, without a path");

const server = z.string().min(1).refine(text => !/password/i.test(text), "the password goes into the secret, not into the settings");

const operator = z.strictObject({
    kind: z.literal("operator"),
    /** One that writes and its standbys. */
    instances: z.number().int().min(1).max(9),
    size,
    storageClass: name,
    cpu: cpu.default("2"),
    memory: size.default("4Gi"),
    image: z.string().default("ghcr.io/cloudnative-pg/postgresql:15"),
    /** Where the operator keeps base backups and the log, for a return to any moment. */
    objectStore: z.strictObject({ path: z.string().regex(/^s3:\/\/[^/]+/, "as s3://bucket/folder"), endpoint: https, address: network }).optional(),
    dataDays: z.number().int().min(1).default(35),
    /** Erasure is promised for when the last copy of the keys is gone. */
    keysDays: z.number().int().min(1).default(14),
    /** Where the operator itself runs: it asks the servers how they are. */
    operatorNamespace: name.default("cnpg-system"),
});

const external = z.strictObject({
    kind: z.literal("external"),
    /** Connection strings without passwords, as Host=db.example;Username=egov;Database=egov;SSL Mode=VerifyFull */
    data: server,
    keys: server,
    address: network,
    port: port.default(5432),
    /** Brings pg_dump for the backup. */
    image: z.string().default("ghcr.io/cloudnative-pg/postgresql:15"),
});

export const schema = z.strictObject({
    instance: name,
    publicUrl: https,
    image: z.string().regex(/^[^\s:]+(:\d+)?(\/[^\s:@]+)*(:[\w.-]+|@sha256:[0-9a-f]{64})$/, "an image with its version, as registry.example/egov:1.0.0"),
    replicas: z.strictObject({ least: z.number().int().min(1), most: z.number().int().min(1) }).default({ least: 2, most: 4 }),
    resources: z.strictObject({ cpu, memory: size }).default({ cpu: "1", memory: "1Gi" }),
    ingress: z.strictObject({ class: name, namespace: name, tlsSecret: name, annotations: z.record(z.string(), z.string()).default({}) }),
    /** What people upload; all processes share it. */
    files: z.strictObject({ storageClass: name, size, access: z.enum(["ReadWriteMany", "ReadWriteOnce"]).default("ReadWriteMany") }),
    database: z.discriminatedUnion("kind", [operator, external]),
    /** Where pods and the cluster's own API have their addresses. */
    cluster: z.strictObject({ pods: network, api: network, apiPort: port.default(6443), dnsNamespace: name.default("kube-system") }),
    /** Gateways and other systems of the country that the portal calls. */
    peers: z.array(z.strictObject({ name, address: network, port })).default([]),
    /** Ids of instance keys that are read besides the active one: the next one before a rotation, the earlier ones after it. */
    otherKeys: z.array(z.string().regex(/^[0-9a-f]{16}$/, "the id of an instance key, the third word of its file")).default([]),
    telemetry: z.strictObject({ endpoint: https, address: network, port, image: z.string().default("otel/opentelemetry-collector:0.110.0") }).optional(),
    backup: z.strictObject({
        storageClass: name,
        size,
        schedule: z.string().default("30 1 * * *"),
        dataDays: z.number().int().min(1).default(35),
        keysDays: z.number().int().min(1).default(14),
    }),
}).superRefine((settings, problems) => {
    const problem = (path: string[], message: string) => problems.addIssue({ code: "custom", path, message });
    if (settings.replicas.most < settings.replicas.least) problem(["replicas", "most"], "not fewer than least");
    if (settings.replicas.most > 1 && settings.files.access !== "ReadWriteMany") problem(["files", "access"], "several processes share the files: ReadWriteMany, or replicas of 1");
    const names = settings.peers.map(peer => peer.name);
    if (new Set(names).size < names.length) problem(["peers"], "two of them have one name");
});

export type Settings = z.infer<typeof schema>;
export type Operator = z.infer<typeof operator>;

/** All mistakes of a stack's configuration, a line each. */
export class SettingsError extends Error {
    constructor(readonly mistakes: string[]) {
        super(`The configuration has ${mistakes.length} mistake(s):\n${mistakes.map(line => `  ${line}`).join("\n")}`);
    }
}

/** @param given Keys of the configuration without their prefix. */
export function readSettings(given: Record<string, unknown>): Settings {
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    throw new SettingsError(result.error.issues.map(issue => `egov:${issue.path.join(".")}: ${issue.message}`));
}
