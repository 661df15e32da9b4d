import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { core } from "@pulumi/kubernetes/types/input";
import { Instance, labels, Manifest, named } from "./manifest";
import { authorities, connections, containerSecurity, dataFolder, hostContainer, hostVolumes, pod, resources } from "./pods";

const scripts = join(__dirname, "../../../systemd/scripts");

export function jobs(instance: Instance): Manifest[] {
    return [migration(instance), copies(instance), backupScript(instance), backup(instance), head(instance)];
}

/** What is done when the portals of this image serve. */
export function afterwards(instance: Instance): Manifest[] {
    return [activation(instance), ...instance.settings.otherKeys.length > 0 ? [rotation(instance)] : []];
}

/** What runs to its end and is not tried for ever. */
function run(part: string, spec: core.v1.PodSpec, minutes: number) {
    return {
        backoffLimit: 3,
        activeDeadlineSeconds: minutes * 60,
        ttlSecondsAfterFinished: 7 * 24 * 3600,
        template: { metadata: { labels: labels(part) }, spec: { ...spec, restartPolicy: "Never" } },
    };
}

function nightly(instance: Instance, name: string, schedule: string, spec: core.v1.PodSpec, minutes: number): Manifest {
    return {
        apiVersion: "batch/v1",
        kind: "CronJob",
        metadata: named(instance, name, name),
        spec: {
            schedule,
            concurrencyPolicy: "Forbid",
            startingDeadlineSeconds: 3600,
            successfulJobsHistoryLimit: 3,
            failedJobsHistoryLimit: 7,
            jobTemplate: { spec: run(name, spec, minutes) },
        },
    };
}

/** Once for each of what it is about: the name says which, because what a job does cannot be changed. Stores and pack it takes from the environment, as the host does. */
function once(instance: Instance, part: string, about: string, args: string[]): Manifest {
    const of = createHash("sha256").update(about).digest("hex").slice(0, 8);
    return {
        apiVersion: "batch/v1",
        kind: "Job",
        metadata: named(instance, `${part}-${of}`, part),
        spec: run(part, pod({ containers: [hostContainer(instance, { name: part, command: ["/opt/egov/binaries/egov"], args })], volumes: hostVolumes(instance) }), 60),
    };
}

const migration = (instance: Instance) => once(instance, "migration", instance.settings.image, ["migrate", "--environment", "Production"]);

/** The image's pack becomes the live one: a portal takes it by itself only where none ever was. The same pack again is no change. */
const activation = (instance: Instance) => once(instance, "activation", instance.settings.image, ["pack", "activate"]);

/** Everything is wrapped with the active instance key; the others are read. */
const rotation = (instance: Instance) => once(instance, "rotation", instance.settings.otherKeys.join(), ["keys", "rotate", "--resume", "--data", dataFolder]);

function copies(instance: Instance): Manifest {
    const { storageClass, size } = instance.settings.backup;
    return {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata: named(instance, "backup", "backup"),
        spec: { accessModes: ["ReadWriteMany"], storageClassName: storageClass, resources: { requests: { storage: size } } },
    };
}

/** The same text as on a machine with systemd. */
function backupScript(instance: Instance): Manifest {
    return {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: named(instance, "backup", "backup"),
        data: Object.fromEntries(["egov-backup", "egov-places"].map(name => [name, readFileSync(join(scripts, name), "utf8")])),
    };
}

/** Dumps that any PostgreSQL reads, and the files; the operator's base backups and log stand beside these. */
function backup(instance: Instance): Manifest {
    const { settings } = instance;
    const stores = connections(instance);
    const certificates = authorities(instance);
    return nightly(instance, "backup", settings.backup.schedule, pod({
        containers: [{
            name: "backup",
            image: settings.database.image,
            command: ["/bin/sh", "/scripts/egov-backup", dataFolder, "/backup"],
            env: [
                ...stores.passwords,
                { name: "EGOV_STORES", value: `--database "${stores.data}" --keys-database "${stores.keys}"` },
                { name: "EGOV_DATA_DAYS", value: String(settings.backup.dataDays) },
                { name: "EGOV_KEYS_DAYS", value: String(settings.backup.keysDays) },
            ],
            volumeMounts: [
                // Without the instance key, which is no part of a backup.
                { name: "files", mountPath: dataFolder, readOnly: true },
                { name: "backup", mountPath: "/backup" },
                { name: "scripts", mountPath: "/scripts", readOnly: true },
                { name: "tmp", mountPath: "/tmp" },
                ...certificates.mounts,
            ],
            securityContext: containerSecurity,
            resources: resources("500m", "1Gi"),
        }],
        volumes: [
            { name: "files", persistentVolumeClaim: { claimName: "files", readOnly: true } },
            { name: "backup", persistentVolumeClaim: { claimName: "backup" } },
            { name: "scripts", configMap: { name: "backup" } },
            { name: "tmp", emptyDir: { sizeLimit: "1Gi" } },
            ...certificates.volumes,
        ],
    }), 12 * 60);
}

/** What proves later that the audit was not changed before. */
function head(instance: Instance): Manifest {
    const host = hostContainer(instance, { name: "head" });
    return nightly(instance, "head", "5 * * * *", pod({
        containers: [{
            ...host,
            command: ["/opt/egov/binaries/egov"],
            // The databases it takes from the environment, as the host does: a command line is read by everybody on the node.
            args: ["audit", "head", "--to", "/backup/heads", "--data", dataFolder],
            volumeMounts: [...host.volumeMounts as core.v1.VolumeMount[], { name: "backup", mountPath: "/backup" }],
        }],
        volumes: [...hostVolumes(instance), { name: "backup", persistentVolumeClaim: { claimName: "backup" } }],
    }), 10);
}
