import { Instance, labels, Manifest, named } from "./manifest";
import { hostContainer, hostVolumes, pod } from "./pods";

const part = "portal";
export const portalPort = 8080;

/** Identical processes, their address inside, what comes in from outside, and what keeps enough of them. */
export function portal(instance: Instance): Manifest[] {
    const { least, most } = instance.settings.replicas;
    return [deployment(instance), service(instance), ingress(instance), ...most > 1 ? [disruption(instance)] : [], ...most > least ? [scaling(instance)] : []];
}

/** What people upload and what jobs copy. */
export function files(instance: Instance): Manifest[] {
    const { storageClass, size, access } = instance.settings.files;
    return [{
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        metadata: named(instance, "files", part),
        spec: { accessModes: [access], storageClassName: storageClass, resources: { requests: { storage: size } } },
    }];
}

// Production answers to its own name and to localhost, not to the address of a pod.
const probe = (path: string) => ({ httpGet: { path, port: "http", httpHeaders: [{ name: "Host", value: "localhost" }] } });

function deployment(instance: Instance): Manifest {
    const { replicas, files } = instance.settings;
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: named(instance, part, part),
        spec: {
            replicas: replicas.least,
            selector: { matchLabels: labels(part) },
            // A new one is ready before an old one goes; a disk that only one node can hold is let go first.
            strategy: files.access === "ReadWriteMany" ? { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } : { type: "Recreate" },
            template: {
                // Other keys, other pods: all of them have read the keys when the next step begins.
                metadata: { labels: labels(part), annotations: { "egov/keys": instance.settings.otherKeys.join() } },
                spec: pod({
                    containers: [hostContainer(instance, {
                        name: "host",
                        args: ["--environment", "Production"],
                        ports: [{ name: "http", containerPort: portalPort }],
                        startupProbe: { ...probe("/health/ready"), periodSeconds: 2, failureThreshold: 450 },
                        readinessProbe: { ...probe("/health/ready"), periodSeconds: 5, failureThreshold: 2 },
                        livenessProbe: { ...probe("/health/live"), periodSeconds: 10, failureThreshold: 6 },
                        // Whoever balances hears of the end a moment after it began.
                        lifecycle: { preStop: { sleep: { seconds: 5 } } },
                    })],
                    volumes: hostVolumes(instance),
                    terminationGracePeriodSeconds: 60,
                    topologySpreadConstraints: ["kubernetes.io/hostname", "topology.kubernetes.io/zone"].map(topologyKey => ({
                        topologyKey, maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway", labelSelector: { matchLabels: labels(part) },
                    })),
                }),
            },
        },
    };
}

function service(instance: Instance): Manifest {
    return {
        apiVersion: "v1",
        kind: "Service",
        metadata: named(instance, part, part),
        spec: { selector: labels(part), ports: [{ name: "http", port: 80, targetPort: "http" }] },
    };
}

function ingress(instance: Instance): Manifest {
    const { ingress, publicUrl } = instance.settings;
    const host = new URL(publicUrl).hostname;
    const annotations = { "nginx.ingress.kubernetes.io/proxy-body-size": "32m", "nginx.ingress.kubernetes.io/ssl-redirect": "true", ...ingress.annotations };
    return {
        apiVersion: "networking.k8s.io/v1",
        kind: "Ingress",
        metadata: { ...named(instance, part, part), annotations },
        spec: {
            ingressClassName: ingress.class,
            tls: [{ hosts: [host], secretName: ingress.tlsSecret }],
            rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: part, port: { name: "http" } } } }] } }],
        },
    };
}

function disruption(instance: Instance): Manifest {
    return {
        apiVersion: "policy/v1",
        kind: "PodDisruptionBudget",
        metadata: named(instance, part, part),
        spec: { maxUnavailable: 1, selector: { matchLabels: labels(part) }, unhealthyPodEvictionPolicy: "AlwaysAllow" },
    };
}

function scaling(instance: Instance): Manifest {
    const { least, most } = instance.settings.replicas;
    return {
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        metadata: named(instance, part, part),
        spec: {
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: part },
            minReplicas: least,
            maxReplicas: most,
            metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 60 } } }],
            // Up at once, down slowly: the morning comes every day.
            behavior: { scaleUp: { stabilizationWindowSeconds: 0 }, scaleDown: { stabilizationWindowSeconds: 600, policies: [{ type: "Pods", value: 1, periodSeconds: 120 }] } },
        },
    };
}
