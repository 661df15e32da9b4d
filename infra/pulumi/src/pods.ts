import { core } from "@pulumi/kubernetes/types/input";
import { Instance } from "./manifest";

type Container = core.v1.Container;
type Variable = core.v1.EnvVar;

/** The account of the image; infra/container/build.sh makes it. */
export const account = 10001;

/** What the standard "restricted" asks for, and a root that cannot be written. */
export const podSecurity = {
    runAsNonRoot: true,
    runAsUser: account,
    runAsGroup: account,
    fsGroup: account,
    fsGroupChangePolicy: "OnRootMismatch",
    seccompProfile: { type: "RuntimeDefault" },
};

export const containerSecurity = {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
};

/** Memory is limited; processors are not, or a busy minute would be answered late on an idle machine. */
export const resources = (cpu: string, memory: string) => ({ requests: { cpu, memory }, limits: { memory } });

export const keysSecret = "instance-key";
export const databaseSecret = "database";
export const dataFolder = "/data";

const operated = (cluster: string): Variable => ({ name: `${cluster.toUpperCase()}_PASSWORD`, valueFrom: { secretKeyRef: { name: `${cluster}-app`, key: "password" } } });
const handed = (cluster: string): Variable => ({ name: `${cluster.toUpperCase()}_PASSWORD`, valueFrom: { secretKeyRef: { name: databaseSecret, key: cluster } } });

/** Connection strings of the data and of the keys; Kubernetes puts the passwords in where $(…) stands. */
export function connections({ settings }: Instance) {
    const { database } = settings;
    return database.kind === "operator"
        ? {
            passwords: [operated("data"), operated("keys")],
            data: "Host=data-rw;Username=egov;Database=egov;SSL Mode=VerifyFull;Root Certificate=/run/database/data/ca.crt;Password=$(DATA_PASSWORD)",
            keys: "Host=keys-rw;Username=egov;Database=egov;SSL Mode=VerifyFull;Root Certificate=/run/database/keys/ca.crt;Password=$(KEYS_PASSWORD)",
        }
        : {
            passwords: [handed("data"), handed("keys")],
            data: `${database.data};Password=$(DATA_PASSWORD)`,
            keys: `${database.keys};Password=$(KEYS_PASSWORD)`,
        };
}

/** Certificates of the operator's servers, where it makes them. */
export function authorities({ settings }: Instance): { volumes: core.v1.Volume[]; mounts: core.v1.VolumeMount[] } {
    if (settings.database.kind !== "operator") return { volumes: [], mounts: [] };
    return {
        volumes: ["data", "keys"].map(cluster => ({ name: `${cluster}-ca`, secret: { secretName: `${cluster}-ca`, items: [{ key: "ca.crt", path: "ca.crt" }] } })),
        mounts: ["data", "keys"].map(cluster => ({ name: `${cluster}-ca`, mountPath: `/run/database/${cluster}`, readOnly: true })),
    };
}

/** What the host is told, in its own words (README, "Start it"). */
export function hostEnvironment(instance: Instance): Variable[] {
    const { settings } = instance;
    const stores = connections(instance);
    return [
        ...stores.passwords,
        { name: "PLATFORM_database", value: stores.data },
        { name: "PLATFORM_keys-database", value: stores.keys },
        { name: "PLATFORM_public-url", value: settings.publicUrl },
        { name: "PLATFORM_proxies", value: settings.cluster.pods },
        ...settings.telemetry ? [{ name: "OTEL_EXPORTER_OTLP_ENDPOINT", value: "http://telemetry:4317" }, { name: "OTEL_SERVICE_NAME", value: `egov-${settings.instance}` }] : [],
    ];
}

export function hostMounts(instance: Instance): core.v1.VolumeMount[] {
    return [
        { name: "files", mountPath: dataFolder },
        { name: "keys", mountPath: `${dataFolder}/keys`, readOnly: true },
        { name: "tmp", mountPath: "/tmp" },
        ...authorities(instance).mounts,
    ];
}

export function hostVolumes(instance: Instance): core.v1.Volume[] {
    return [
        { name: "files", persistentVolumeClaim: { claimName: "files" } },
        // The owner's group may read, nobody else: the host refuses anything wider.
        { name: "keys", secret: { secretName: keysSecret, defaultMode: 0o440 } },
        { name: "tmp", emptyDir: { medium: "Memory", sizeLimit: "256Mi" } },
        ...authorities(instance).volumes,
    ];
}

/** A container of our image. */
export function hostContainer(instance: Instance, container: Partial<Container> & { name: string }): Container {
    return {
        image: instance.settings.image,
        env: hostEnvironment(instance),
        volumeMounts: hostMounts(instance),
        securityContext: containerSecurity,
        resources: resources(instance.settings.resources.cpu, instance.settings.resources.memory),
        ...container,
    };
}

/** A pod that nobody gives the cluster's API to. */
export function pod(spec: Omit<core.v1.PodSpec, "securityContext" | "automountServiceAccountToken">): core.v1.PodSpec {
    return { automountServiceAccountToken: false, enableServiceLinks: false, securityContext: podSecurity, ...spec };
}
