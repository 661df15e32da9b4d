import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { Manifest } from "./manifest";

type Made = new (name: string, manifest: any, options?: pulumi.CustomResourceOptions) => pulumi.CustomResource;

const kinds: Record<string, Made> = {
    "v1/Namespace": k8s.core.v1.Namespace,
    "v1/Secret": k8s.core.v1.Secret,
    "v1/ConfigMap": k8s.core.v1.ConfigMap,
    "v1/Service": k8s.core.v1.Service,
    "v1/PersistentVolumeClaim": k8s.core.v1.PersistentVolumeClaim,
    "apps/v1/Deployment": k8s.apps.v1.Deployment,
    "batch/v1/Job": k8s.batch.v1.Job,
    "batch/v1/CronJob": k8s.batch.v1.CronJob,
    "policy/v1/PodDisruptionBudget": k8s.policy.v1.PodDisruptionBudget,
    "autoscaling/v2/HorizontalPodAutoscaler": k8s.autoscaling.v2.HorizontalPodAutoscaler,
    "networking.k8s.io/v1/Ingress": k8s.networking.v1.Ingress,
    "networking.k8s.io/v1/NetworkPolicy": k8s.networking.v1.NetworkPolicy,
    "postgresql.cnpg.io/v1/Cluster": k8s.apiextensions.CustomResource,
    "postgresql.cnpg.io/v1/ScheduledBackup": k8s.apiextensions.CustomResource,
};

/** What holds a country's data is not taken away by a slip in a configuration. */
const kept = new Set(["Namespace", "PersistentVolumeClaim", "Cluster"]);

/** An instance as one component of a Pulumi stack. */
export class InstanceResources extends pulumi.ComponentResource {
    readonly made = new Map<string, pulumi.Resource>();

    constructor(name: string, manifests: Manifest[], options?: pulumi.ComponentResourceOptions) {
        super("egov:kubernetes:Instance", name, {}, options);
        for (const manifest of manifests) this.made.set(key(manifest), this.make(manifest));
        this.registerOutputs({});
    }

    private make(manifest: Manifest): pulumi.Resource {
        const kind = kinds[`${manifest.apiVersion}/${manifest.kind}`];
        if (!kind) throw new Error(`Nobody makes ${manifest.apiVersion}/${manifest.kind}; add it to the kinds in program.ts.`);
        return new kind(key(manifest), manifest, { parent: this, protect: kept.has(manifest.kind), dependsOn: before(manifest, this.made) });
    }
}

const key = ({ kind, metadata }: Manifest) => `${kind.toLowerCase()}-${metadata.name}`;

/** The namespace before all; the old shape of the databases is brought to the new one before anybody serves; pack and keys are changed when all do. */
function before(manifest: Manifest, made: Map<string, pulumi.Resource>): pulumi.Resource[] {
    const awaited = { "deployment-portal": "job-migration", "job-activation": "deployment-portal", "job-rotation": "deployment-portal" };
    const [, earlier] = Object.entries(awaited).find(([later]) => key(manifest).startsWith(later)) ?? [];
    const first = earlier ? [...made].filter(([key]) => key.startsWith(earlier)).map(([, resource]) => resource) : [];
    const namespace = made.get([...made.keys()].find(key => key.startsWith("namespace-")) ?? "");
    return namespace ? [namespace, ...first] : first;
}
