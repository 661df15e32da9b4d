import assert from "node:assert/strict";
import { test } from "node:test";
import { find, manifestsOf, pods, stacks } from "./stacks";

for (const [stack, settings] of Object.entries(stacks)) {
    const manifests = manifestsOf(settings);

    for (const { owner, spec } of pods(manifests)) {
        test(`${stack}: ${owner.kind} ${owner.metadata.name} keeps to "restricted", with a root that cannot be written`, () => {
            assert.equal(spec.securityContext.runAsNonRoot, true);
            assert.ok(spec.securityContext.runAsUser > 0);
            assert.equal(spec.securityContext.seccompProfile.type, "RuntimeDefault");
            assert.equal(spec.automountServiceAccountToken, false);
            assert.ok(!spec.hostNetwork && !spec.hostPID && !spec.hostIPC);
            for (const container of spec.containers) {
                assert.deepEqual(container.securityContext, { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } });
                assert.ok(container.resources.limits.memory && container.resources.requests.cpu && container.resources.requests.memory);
                assert.match(container.image, /:/);
            }
        });

        test(`${stack}: what ${owner.kind} ${owner.metadata.name} mounts and reads is there`, () => {
            const named = new Set(spec.volumes.map((volume: any) => volume.name));
            const has = (kind: string, name: string) => manifests.some(m => m.kind === kind && m.metadata.name === name) || (kind === "Secret" && /^(data|keys)-(app|ca)$/.test(name) && settings.database.kind === "operator");
            for (const volume of spec.volumes) {
                if (volume.secret) assert.ok(has("Secret", volume.secret.secretName), volume.secret.secretName);
                if (volume.configMap) assert.ok(has("ConfigMap", volume.configMap.name), volume.configMap.name);
                if (volume.persistentVolumeClaim) assert.ok(has("PersistentVolumeClaim", volume.persistentVolumeClaim.claimName), volume.persistentVolumeClaim.claimName);
            }
            for (const container of spec.containers) {
                for (const mount of container.volumeMounts ?? []) assert.ok(named.has(mount.name), mount.name);
                for (const { valueFrom } of container.env ?? []) if (valueFrom) assert.ok(has("Secret", valueFrom.secretKeyRef.name), valueFrom.secretKeyRef.name);
            }
        });
    }

    test(`${stack}: no password stands on a command line, also none that Kubernetes puts in`, () => {
        for (const { owner, spec } of pods(manifests)) {
            for (const container of [...spec.initContainers ?? [], ...spec.containers]) {
                assert.doesNotMatch(JSON.stringify([container.command, container.args]), /password/i, `${owner.metadata.name}/${container.name}`);
            }
        }
    });

    test(`${stack}: the namespace lets in only what is restricted`, () => {
        const [namespace] = manifests;
        assert.equal(namespace!.kind, "Namespace");
        assert.equal(namespace!.metadata.labels!["pod-security.kubernetes.io/enforce"], "restricted");
    });

    test(`${stack}: no secret stands in an environment or an argument`, () => {
        const text = JSON.stringify(manifests.filter(manifest => manifest.kind !== "Secret"));
        assert.ok(!text.includes("REPLACE-"));
    });
}

test("a password is in the environment before the connection string that names it", () => {
    const names = find(manifestsOf(stacks.national!), "Deployment", "portal").spec.template.spec.containers[0].env.map((variable: any) => variable.name);
    assert.ok(names.indexOf("DATA_PASSWORD") < names.indexOf("PLATFORM_database"));
    assert.ok(names.indexOf("KEYS_PASSWORD") < names.indexOf("PLATFORM_keys-database"));
});

test("the key of the instance can be read by the account's group only", () => {
    const volume = find(manifestsOf(stacks.small!), "Deployment", "portal").spec.template.spec.volumes.find((v: any) => v.name === "keys");
    assert.equal(volume.secret.defaultMode, 0o440);
});
