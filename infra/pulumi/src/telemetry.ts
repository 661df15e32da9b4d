import { stringify } from "yaml";
import { Instance, labels, Manifest, named } from "./manifest";
import { containerSecurity, pod, resources } from "./pods";

const part = "telemetry";

/** OpenTelemetry's collector: takes the figures of all processes and sends them on. Without a place to send them there is none. */
export function telemetry(instance: Instance): Manifest[] {
    const { telemetry } = instance.settings;
    return telemetry ? [configuration(instance, telemetry.endpoint), collector(instance, telemetry.image), service(instance)] : [];
}

function configuration(instance: Instance, endpoint: string): Manifest {
    const text = stringify({
        receivers: { otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" } } } },
        processors: { memory_limiter: { check_interval: "1s", limit_mib: 200 }, batch: {} },
        exporters: { otlp: { endpoint } },
        extensions: { health_check: { endpoint: "0.0.0.0:13133" } },
        service: { extensions: ["health_check"], pipelines: { metrics: { receivers: ["otlp"], processors: ["memory_limiter", "batch"], exporters: ["otlp"] } } },
    });
    return { apiVersion: "v1", kind: "ConfigMap", metadata: named(instance, part, part), data: { "config.yaml": text } };
}

function collector(instance: Instance, image: string): Manifest {
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: named(instance, part, part),
        spec: {
            replicas: 1,
            selector: { matchLabels: labels(part) },
            template: {
                metadata: { labels: labels(part) },
                spec: pod({
                    containers: [{
                        name: "collector",
                        image,
                        args: ["--config=/etc/collector/config.yaml"],
                        ports: [{ name: "otlp", containerPort: 4317 }],
                        readinessProbe: { httpGet: { path: "/", port: 13133 } },
                        volumeMounts: [{ name: "config", mountPath: "/etc/collector", readOnly: true }],
                        securityContext: containerSecurity,
                        resources: resources("100m", "256Mi"),
                    }],
                    volumes: [{ name: "config", configMap: { name: part } }],
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
        spec: { selector: labels(part), ports: [{ name: "otlp", port: 4317, targetPort: "otlp" }] },
    };
}
