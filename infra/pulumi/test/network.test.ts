import assert from "node:assert/strict";
import { test } from "node:test";
import { Manifest } from "../src/manifest";
import { find, manifestsOf, pods, stacks } from "./stacks";

const policies = (manifests: Manifest[]): any[] => manifests.filter(manifest => manifest.kind === "NetworkPolicy");
const covers = (selector: any, labels: Record<string, string>) => Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);

/** Labels of all pods, the operator's too. */
const everybody = (manifests: Manifest[]): Record<string, string>[] => [
    ...pods(manifests).map(pod => pod.labels),
    ...manifests.filter(m => m.kind === "Cluster").map((m: any) => m.spec.inheritedMetadata.labels),
];

/** Whether the policies let a pod talk to another on a port: both sides have to. */
function mayTalk(manifests: Manifest[], from: Record<string, string>, to: Record<string, string>, port: number): boolean {
    const open = (rules: any[] | undefined, side: "from" | "to", other: Record<string, string>) =>
        (rules ?? []).some(rule => rule.ports.some((p: any) => p.port === port) && rule[side].some((peer: any) => peer.podSelector && !peer.namespaceSelector && covers(peer.podSelector, other)));
    const all = policies(manifests);
    return all.some(p => covers(p.spec.podSelector, from) && open(p.spec.egress, "to", to)) && all.some(p => covers(p.spec.podSelector, to) && open(p.spec.ingress, "from", from));
}

const part = (name: string) => ({ "app.kubernetes.io/name": "egov", "app.kubernetes.io/component": name });

for (const [stack, settings] of Object.entries(stacks)) {
    const manifests = manifestsOf(settings);

    test(`${stack}: whatever is not allowed is denied, both ways`, () => {
        assert.deepEqual(find(manifests, "NetworkPolicy", "deny-all").spec, { podSelector: {}, policyTypes: ["Ingress", "Egress"] });
    });

    test(`${stack}: each policy is about pods that exist, and says from whom or to whom and through which port`, () => {
        for (const policy of policies(manifests)) {
            assert.ok(everybody(manifests).some(labels => covers(policy.spec.podSelector, labels)), policy.metadata.name);
            for (const rule of [...policy.spec.ingress ?? [], ...policy.spec.egress ?? []]) {
                assert.ok((rule.from ?? rule.to).length > 0, policy.metadata.name);
                assert.ok(rule.ports.length > 0, policy.metadata.name);
            }
        }
    });

    test(`${stack}: nobody may go anywhere at all`, () => {
        assert.ok(!JSON.stringify(policies(manifests)).includes("0.0.0.0/0"));
    });
}

for (const stack of ["small", "national"]) {
    const manifests = manifestsOf(stacks[stack]!);
    for (const client of ["portal", "migration", "backup", "head"]) {
        for (const server of ["database-data", "database-keys"]) {
            test(`${stack}: ${client} reaches ${server}`, () => assert.ok(mayTalk(manifests, part(client), part(server), 5432)));
        }
    }
    test(`${stack}: a database does not reach the portal, nor the data's the keys'`, () => {
        assert.ok(!mayTalk(manifests, part("database-data"), part("portal"), 8080));
        assert.ok(!mayTalk(manifests, part("database-data"), part("database-keys"), 5432));
    });
    test(`${stack}: standbys follow their own server`, () => assert.ok(mayTalk(manifests, part("database-data"), part("database-data"), 5432)));
}

test("the portal reaches the collector, and the collector nobody inside", () => {
    const manifests = manifestsOf(stacks.national!);
    assert.ok(mayTalk(manifests, part("portal"), part("telemetry"), 4317));
    assert.ok(!mayTalk(manifests, part("telemetry"), part("portal"), 8080));
});

test("people come in by the ingress alone", () => {
    const inward = policies(manifestsOf(stacks.national!)).filter(policy => policy.spec.ingress && covers(policy.spec.podSelector, part("portal")));
    assert.deepEqual(inward.map(policy => policy.metadata.name), ["ingress-to-portal"]);
    assert.equal(inward[0].spec.ingress[0].from[0].namespaceSelector.matchLabels["kubernetes.io/metadata.name"], "ingress-nginx");
});
