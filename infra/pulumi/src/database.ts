import { Instance, Manifest, named } from "./manifest";
import { Operator } from "./settings";

/** Servers of CloudNativePG: the data, and apart from it the keys of people and cases. Nothing for an external server. */
export function databases(instance: Instance): Manifest[] {
    const { database } = instance.settings;
    if (database.kind !== "operator") return [];
    const keys: Operator = { ...database, size: "10Gi", cpu: "1", memory: "1Gi" };
    return [
        cluster(instance, "data", database, database.dataDays),
        cluster(instance, "keys", keys, database.keysDays),
        ...database.objectStore ? [schedule(instance, "data", "0 0 1 * * *"), schedule(instance, "keys", "0 30 1 * * *")] : [],
    ];
}

/** Whether what is answered has to be on a standby's disk too. */
const synchronous = (instances: number) => instances > 2 ? { minSyncReplicas: 1, maxSyncReplicas: 1 } : {};

function cluster(instance: Instance, name: string, database: Operator, days: number): Manifest {
    return {
        apiVersion: "postgresql.cnpg.io/v1",
        kind: "Cluster",
        metadata: named(instance, name, `database-${name}`),
        spec: {
            instances: database.instances,
            ...synchronous(database.instances),
            imageName: database.image,
            storage: { size: database.size, storageClass: database.storageClass },
            // Text order and prefix ranges rely on code points.
            bootstrap: { initdb: { database: "egov", owner: "egov", encoding: "UTF8", localeCollate: "C", localeCType: "C", dataChecksums: true } },
            postgresql: { parameters: parameters(database.memory) },
            resources: { requests: { cpu: database.cpu, memory: database.memory }, limits: { memory: database.memory } },
            affinity: { enablePodAntiAffinity: true, topologyKey: "kubernetes.io/hostname", podAntiAffinityType: database.instances > 1 ? "required" : "preferred" },
            enableSuperuserAccess: false,
            inheritedMetadata: { labels: { "app.kubernetes.io/name": "egov", "app.kubernetes.io/component": `database-${name}` } },
            ...backup(name, database, days),
        },
    };
}

function backup(name: string, database: Operator, days: number) {
    if (!database.objectStore) return {};
    const key = (key: string) => ({ name: "object-store", key });
    return {
        backup: {
            retentionPolicy: `${days}d`,
            barmanObjectStore: {
                destinationPath: `${database.objectStore.path}/${name}`,
                endpointURL: database.objectStore.endpoint,
                s3Credentials: { accessKeyId: key("id"), secretAccessKey: key("key") },
                wal: { compression: "gzip" },
                data: { compression: "gzip" },
            },
        },
    };
}

/** Of the memory a quarter is the server's own cache; the rest is left to the kernel's. */
function parameters(memory: string): Record<string, string> {
    const megabytes = Number.parseInt(memory, 10) * { Mi: 1, Gi: 1024, Ti: 1024 * 1024 }[memory.slice(-2) as "Mi" | "Gi" | "Ti"];
    return {
        shared_buffers: `${Math.floor(megabytes / 4)}MB`,
        effective_cache_size: `${Math.floor(megabytes / 2)}MB`,
        max_connections: "300",
        random_page_cost: "1.1",
        wal_compression: "on",
        idle_in_transaction_session_timeout: "60s",
        lock_timeout: "30s",
        // What people wrote is never a line of a log.
        log_min_duration_statement: "1s",
        log_parameter_max_length: "0",
        log_parameter_max_length_on_error: "0",
    };
}

function schedule(instance: Instance, cluster: string, at: string): Manifest {
    return {
        apiVersion: "postgresql.cnpg.io/v1",
        kind: "ScheduledBackup",
        metadata: named(instance, cluster, `database-${cluster}`),
        spec: { schedule: at, cluster: { name: cluster }, backupOwnerReference: "cluster", immediate: true },
    };
}
