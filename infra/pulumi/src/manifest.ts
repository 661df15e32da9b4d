import type { Input } from "@pulumi/pulumi";
import type { Settings } from "./settings";

/** A resource of Kubernetes as its API takes it. */
export interface Manifest {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> };
    [field: string]: unknown;
}

/** What nobody should read in a file: by the name of the setting. */
export type Secrets = (name: string) => Input<string>;

/** Everything that one instance consists of; the parts add to it. */
export interface Instance {
    settings: Settings;
    secrets: Secrets;
    namespace: string;
}

export const namespaceOf = (settings: Settings) => `egov-${settings.instance}`;

/** What the resource is part of and which part it is. */
export const labels = (part: string) => ({ "app.kubernetes.io/name": "egov", "app.kubernetes.io/component": part });

export function named(instance: Instance, name: string, part: string) {
    return { name, namespace: instance.namespace, labels: labels(part) };
}
