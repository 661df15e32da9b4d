import { databases } from "./database";
import { afterwards, jobs } from "./jobs";
import { Instance, Manifest, named, namespaceOf, Secrets } from "./manifest";
import { network } from "./network";
import { databaseSecret, keysSecret } from "./pods";
import { files, portal } from "./portal";
import { Settings } from "./settings";
import { telemetry } from "./telemetry";

/** Everything of one instance, in the order in which it can be made. */
export function instance(settings: Settings, secrets: Secrets): Manifest[] {
    const whole: Instance = { settings, secrets, namespace: namespaceOf(settings) };
    return [namespace(whole), ...network(whole), ...handed(whole), ...databases(whole), ...files(whole), ...jobs(whole), ...portal(whole), ...telemetry(whole), ...afterwards(whole)];
}

/** What does not keep to the standard "restricted" is not let in at all. */
function namespace({ namespace }: Instance): Manifest {
    const level = "restricted";
    return {
        apiVersion: "v1",
        kind: "Namespace",
        metadata: {
            name: namespace,
            labels: { "pod-security.kubernetes.io/enforce": level, "pod-security.kubernetes.io/audit": level, "pod-security.kubernetes.io/warn": level },
        },
    };
}

/** The settings whose values are secrets, for these settings. */
export function secretNames({ database, otherKeys }: Settings): string[] {
    return [
        "instanceKey",
        ...otherKeys.map(otherKey),
        ...database.kind === "external" ? ["dataPassword", "keysPassword"] : [],
        ...database.kind === "operator" && database.objectStore ? ["objectStoreId", "objectStoreKey"] : [],
    ];
}

const otherKey = (id: string) => `otherKey-${id}`;

function handed(instance: Instance): Manifest[] {
    const { database, otherKeys } = instance.settings;
    const value = instance.secrets;
    return [
        secret(instance, keysSecret, { "instance.key": value("instanceKey"), ...Object.fromEntries(otherKeys.map(id => [`instance-${id}.key`, value(otherKey(id))])) }),
        ...database.kind === "external" ? [secret(instance, databaseSecret, { data: value("dataPassword"), keys: value("keysPassword") })] : [],
        ...database.kind === "operator" && database.objectStore ? [secret(instance, "object-store", { id: value("objectStoreId"), key: value("objectStoreKey") })] : [],
    ];
}

const secret = (instance: Instance, name: string, stringData: Record<string, unknown>): Manifest => ({
    apiVersion: "v1", kind: "Secret", metadata: named(instance, name, "secrets"), type: "Opaque", stringData,
});
