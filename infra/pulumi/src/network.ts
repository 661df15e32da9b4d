import { Instance, labels, Manifest, named } from "./manifest";
import { portalPort } from "./portal";

type Peer = Record<string, unknown>;
interface Opening {
    name: string;
    /** Labels of the pods that it is about. */
    of: Record<string, string>;
    from?: Peer[];
    to?: Peer[];
    ports: number[];
    protocol?: string;
}

const pods = (...parts: string[]): Peer[] => parts.map(part => ({ podSelector: { matchLabels: labels(part) } }));
const space = (name: string): Peer => ({ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } });
const address = (cidr: string): Peer => ({ ipBlock: { cidr } });

/** Nobody talks to anybody, but: one policy for each conversation, named after it. */
export function network(instance: Instance): Manifest[] {
    return [denial(instance), resolution(instance), ...openings(instance).map(opening => policy(instance, opening))];
}

function denial(instance: Instance): Manifest {
    return {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: named(instance, "deny-all", "network"),
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    };
}

function resolution(instance: Instance): Manifest {
    return {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: named(instance, "names", "network"),
        spec: {
            podSelector: {},
            policyTypes: ["Egress"],
            egress: [{ to: [space(instance.settings.cluster.dnsNamespace)], ports: [{ protocol: "UDP", port: 53 }, { protocol: "TCP", port: 53 }] }],
        },
    };
}

/** Those of the jobs that read and write the databases; the portal too. */
const clientsOf = ({ otherKeys }: Instance["settings"]) => ["portal", "migration", "activation", ...otherKeys.length > 0 ? ["rotation"] : [], "backup", "head"];

function openings({ settings }: Instance): Opening[] {
    const { database, telemetry, peers } = settings;
    const clients = clientsOf(settings);
    return [
        { name: "ingress-to-portal", of: labels("portal"), from: [space(settings.ingress.namespace)], ports: [portalPort] },
        ...database.kind === "operator" ? ["data", "keys"].flatMap(name => servers(settings, name)) : [],
        ...database.kind === "external" ? clients.map(part => ({ name: `${part}-to-database`, of: labels(part), to: [address(database.address)], ports: [database.port] })) : [],
        ...peers.map(peer => ({ name: `portal-to-${peer.name}`, of: labels("portal"), to: [address(peer.address)], ports: [peer.port] })),
        ...telemetry ? [
            { name: "portal-to-telemetry", of: labels("portal"), to: pods("telemetry"), ports: [4317] },
            { name: "telemetry-from-portal", of: labels("telemetry"), from: pods("portal"), ports: [4317] },
            { name: "telemetry-to-store", of: labels("telemetry"), to: [address(telemetry.address)], ports: [telemetry.port] },
        ] : [],
    ];
}

/** The servers among themselves, their operator, the cluster's API that tells them who leads, and who asks them. */
function servers(settings: Instance["settings"], name: string): Opening[] {
    const { database, cluster } = settings;
    if (database.kind !== "operator") return [];
    const of = labels(`database-${name}`);
    const clients = clientsOf(settings);
    return [
        ...clients.map(part => ({ name: `${part}-to-${name}`, of: labels(part), to: [{ podSelector: { matchLabels: of } }], ports: [5432] })),
        { name: `${name}-from-clients`, of, from: pods(...clients), ports: [5432] },
        { name: `${name}-from-standbys`, of, from: [{ podSelector: { matchLabels: of } }], ports: [5432, 8000] },
        { name: `${name}-to-standbys`, of, to: [{ podSelector: { matchLabels: of } }], ports: [5432, 8000] },
        { name: `${name}-from-operator`, of, from: [space(database.operatorNamespace)], ports: [8000, 5432] },
        { name: `${name}-to-api`, of, to: [address(cluster.api)], ports: [cluster.apiPort] },
        ...database.objectStore ? [{ name: `${name}-to-backups`, of, to: [address(database.objectStore.address)], ports: [portOf(database.objectStore.endpoint)] }] : [],
    ];
}

const portOf = (url: string) => Number(new URL(url).port || 443);

function policy(instance: Instance, { name, of, from, to, ports, protocol = "TCP" }: Opening): Manifest {
    const through = ports.map(port => ({ protocol, port }));
    return {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: named(instance, name, "network"),
        spec: from
            ? { podSelector: { matchLabels: of }, policyTypes: ["Ingress"], ingress: [{ from, ports: through }] }
            : { podSelector: { matchLabels: of }, policyTypes: ["Egress"], egress: [{ to: to ?? [], ports: through }] },
    };
}
