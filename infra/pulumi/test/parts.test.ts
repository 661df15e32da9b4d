import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { readSettings } from "../src/settings";
import { find, given, manifestsOf, pods, stacks } from "./stacks";

const national = manifestsOf(stacks.national!);
const small = manifestsOf(stacks.small!);
const external = manifestsOf(stacks.external!);

test("services and probes name ports that containers have", () => {
    for (const manifests of [small, national, external]) {
        for (const service of manifests.filter(m => m.kind === "Service") as any[]) {
            const target = pods(manifests).find(pod => Object.entries(service.spec.selector).every(([k, v]) => pod.labels[k] === v));
            assert.ok(target!.spec.containers.some((c: any) => c.ports.some((p: any) => p.name === service.spec.ports[0].targetPort)), service.metadata.name);
        }
    }
});

test("the ingress has the portal's name, its certificate and room for uploads", () => {
    const { spec, metadata } = find(national, "Ingress", "portal");
    assert.deepEqual(spec.tls, [{ hosts: ["portal.example"], secretName: "portal-tls" }]);
    assert.equal(spec.rules[0].host, "portal.example");
    assert.equal(metadata.annotations["nginx.ingress.kubernetes.io/proxy-body-size"], "32m");
    assert.equal(metadata.annotations["cert-manager.io/cluster-issuer"], "ministry");
});

test("no request is lost while a release is exchanged", () => {
    const { spec } = find(national, "Deployment", "portal");
    assert.deepEqual(spec.strategy.rollingUpdate, { maxUnavailable: 0, maxSurge: 1 });
    const [host] = spec.template.spec.containers;
    assert.ok(host.lifecycle.preStop.sleep.seconds < spec.template.spec.terminationGracePeriodSeconds);
    assert.equal(host.readinessProbe.httpGet.path, "/health/ready");
    assert.equal(host.livenessProbe.httpGet.path, "/health/live");
});

test("probes call it localhost, because Production answers to no address", () => {
    const [host] = find(small, "Deployment", "portal").spec.template.spec.containers;
    for (const probe of [host.startupProbe, host.readinessProbe, host.livenessProbe]) assert.deepEqual(probe.httpGet.httpHeaders, [{ name: "Host", value: "localhost" }]);
});

test("the host is told its stores, its name and whom it may believe", () => {
    const env = Object.fromEntries(find(small, "Deployment", "portal").spec.template.spec.containers[0].env.map((v: any) => [v.name, v.value]));
    assert.match(env.PLATFORM_database, /^Host=data-rw;.*SSL Mode=VerifyFull.*Password=\$\(DATA_PASSWORD\)$/);
    assert.match(env["PLATFORM_keys-database"], /^Host=keys-rw;/);
    assert.equal(env["PLATFORM_public-url"], "https://portal.example");
    assert.equal(env.PLATFORM_proxies, "10.244.0.0/16");
});

test("one process at a time where only one can have the disk", () => {
    const files = { ...given("small").files, access: "ReadWriteOnce" };
    const manifests = manifestsOf(readSettings({ ...given("small"), files, replicas: { least: 1, most: 1 } }));
    assert.equal(find(manifests, "Deployment", "portal").spec.strategy.type, "Recreate");
    assert.ok(!manifests.some(m => m.kind === "PodDisruptionBudget" || m.kind === "HorizontalPodAutoscaler"));
});

test("processes are added up to the most, and one at a time may be taken away", () => {
    const { spec } = find(national, "HorizontalPodAutoscaler", "portal");
    assert.deepEqual([spec.minReplicas, spec.maxReplicas, spec.scaleTargetRef.name], [4, 12, "portal"]);
    assert.equal(find(national, "PodDisruptionBudget", "portal").spec.maxUnavailable, 1);
});

test("keys are a server apart, and their backups end sooner", () => {
    const [data, keys] = [find(national, "Cluster", "data"), find(national, "Cluster", "keys")];
    assert.equal(data.spec.backup.retentionPolicy, "35d");
    assert.equal(keys.spec.backup.retentionPolicy, "14d");
    assert.notEqual(data.spec.backup.barmanObjectStore.destinationPath, keys.spec.backup.barmanObjectStore.destinationPath);
});

test("the databases sort by code points and check their pages", () => {
    for (const name of ["data", "keys"]) {
        const { initdb } = find(small, "Cluster", name).spec.bootstrap;
        assert.deepEqual([initdb.encoding, initdb.localeCollate, initdb.localeCType, initdb.dataChecksums], ["UTF8", "C", "C", true]);
    }
});

test("what a nation is answered is on two disks", () => {
    assert.equal(find(national, "Cluster", "data").spec.minSyncReplicas, 1);
    assert.equal(find(small, "Cluster", "data").spec.minSyncReplicas, undefined);
});

test("a quarter of the memory is the server's cache, and no value of a statement is written down", () => {
    const { parameters } = find(national, "Cluster", "data").spec.postgresql;
    assert.equal(parameters.shared_buffers, "16384MB");
    assert.equal(parameters.log_parameter_max_length, "0");
});

test("an external server brings no cluster, and its passwords come from a secret", () => {
    assert.ok(!external.some(m => m.apiVersion.startsWith("postgresql.cnpg.io")));
    const [password] = find(external, "Deployment", "portal").spec.template.spec.containers[0].env;
    assert.deepEqual(password.valueFrom.secretKeyRef, { name: "database", key: "data" });
});

test("another image is another migration and another activation of its pack", () => {
    for (const part of ["migration", "activation"]) {
        const job = (image: string) => manifestsOf({ ...stacks.small!, image }).find(m => m.kind === "Job" && m.metadata.name.startsWith(part))!.metadata.name;
        assert.notEqual(job("registry.example/egov:1.0.0"), job("registry.example/egov:1.1.0"));
        assert.equal(job("registry.example/egov:1.0.0"), job("registry.example/egov:1.0.0"));
    }
});

test("a pack becomes live by the words of the command, where the host has its stores", () => {
    const [container] = (small.find(m => m.kind === "Job" && m.metadata.name.startsWith("activation")) as any).spec.template.spec.containers;
    assert.deepEqual([container.command, container.args], [["/opt/egov/binaries/egov"], ["pack", "activate"]]);
    assert.ok(container.env.some((variable: any) => variable.name === "PLATFORM_database"));
});

test("a rotation reads earlier keys, begins new pods and wraps with the active one", () => {
    const earlier = "00c0ffee00c0ffee";
    const rotated = manifestsOf(readSettings({ ...given("small"), otherKeys: [earlier] }));
    assert.deepEqual(Object.keys(find(rotated, "Secret", "instance-key").stringData), ["instance.key", `instance-${earlier}.key`]);
    assert.deepEqual((rotated.find(m => m.kind === "Job" && m.metadata.name.startsWith("rotation")) as any).spec.template.spec.containers[0].args.slice(0, 3), ["keys", "rotate", "--resume"]);
    assert.notDeepEqual(find(rotated, "Deployment", "portal").spec.template.metadata, find(small, "Deployment", "portal").spec.template.metadata);
    assert.ok(!small.some(m => m.metadata.name.startsWith("rotation")));
});

test("a backup runs the script of the machines, word for word, and cannot change the files", () => {
    const script = readFileSync(join(__dirname, "../../../systemd/scripts/egov-backup"), "utf8");
    assert.equal(find(small, "ConfigMap", "backup").data["egov-backup"], script);
    const [container] = find(small, "CronJob", "backup").spec.jobTemplate.spec.template.spec.containers;
    assert.equal(container.volumeMounts.find((m: any) => m.name === "files").readOnly, true);
    assert.ok(!JSON.stringify(container).includes("instance-key"));
});

test("jobs end, and none runs twice at once", () => {
    for (const manifest of national.filter(m => m.kind === "CronJob") as any[]) {
        assert.equal(manifest.spec.concurrencyPolicy, "Forbid");
        assert.ok(manifest.spec.jobTemplate.spec.activeDeadlineSeconds > 0);
    }
});

test("heads of the audit are kept beside the backups every hour", () => {
    const job = find(national, "CronJob", "head").spec;
    assert.equal(job.schedule, "5 * * * *");
    assert.deepEqual(job.jobTemplate.spec.template.spec.containers[0].args.slice(0, 4), ["audit", "head", "--to", "/backup/heads"]);
});

test("figures go where they are wanted and are not made where nobody wants them", () => {
    const { exporters } = parse(find(national, "ConfigMap", "telemetry").data["config.yaml"]);
    assert.equal(exporters.otlp.endpoint, "https://telemetry.example:4317");
    assert.ok(JSON.stringify(find(national, "Deployment", "portal")).includes("OTEL_EXPORTER_OTLP_ENDPOINT"));
    assert.ok(!small.some(m => m.metadata.name === "telemetry"));
    assert.ok(!JSON.stringify(small).includes("OTEL_"));
});
