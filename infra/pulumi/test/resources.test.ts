import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { Manifest, namespaceOf } from "../src/manifest";
import { problems } from "../src/schemas";
import { isMarked, mocked, nameOf, plain } from "./mocked";
import { readSettings } from "../src/settings";
import { given, manifestsOf, stacks } from "./stacks";

// Every resource of every stack, once through Pulumi and once as it is written.
for (const [stack, settings] of Object.entries(stacks)) {
    describe(stack, () => {
        const written = manifestsOf(settings);
        let registered: pulumi.runtime.MockResourceArgs[] = [];
        before(async () => { registered = await mocked(settings, name => `REPLACE-${name}`); });
        after(() => pulumi.runtime.setMocks({ newResource: args => ({ id: args.name, state: {} }), call: () => ({}) }));

        test("the program makes what is written, no more and no less", () =>
            assert.deepEqual(registered.map(resource => nameOf(resource.inputs as Manifest)).sort(), written.map(nameOf).sort()));

        test("no two resources have one name", () => assert.equal(new Set(written.map(nameOf)).size, written.length));

        for (const manifest of written) {
            test(nameOf(manifest), () => {
                const [made, ...more] = registered.filter(resource => nameOf(resource.inputs as Manifest) === nameOf(manifest));
                assert.equal(more.length, 0);
                assert.deepEqual(plain(made!.inputs), manifest, "the same through Pulumi and as YAML");
                assert.equal(typeOf(manifest), made!.type, "the class is that of the kind");
                assert.deepEqual(problems(manifest), []);
                if (manifest.kind !== "Namespace") assert.equal(manifest.metadata.namespace, namespaceOf(settings));
                if (manifest.kind !== "Namespace") assert.equal(manifest.metadata.labels?.["app.kubernetes.io/name"], "egov");
            });
        }
    });
}

test("portals follow the migration, and the pack follows the portals", async () => {
    const events: string[] = [];
    await mocked(readSettings({ ...given("small"), otherKeys: ["00c0ffee00c0ffee"] }), () => "", events);
    const when = (event: string) => {
        const at = events.findIndex(other => other.startsWith(event));
        assert.ok(at >= 0, event);
        return at;
    };
    assert.ok(when("end job-migration") < when("begin deployment-portal"));
    assert.ok(when("end deployment-portal") < when("begin job-activation"));
    assert.ok(when("end deployment-portal") < when("begin job-rotation"));
});

const typeOf = ({ apiVersion, kind }: Manifest) => `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;

test("what is handed over as a secret stays one", async () => {
    const registered = await mocked(stacks.national!);
    const secrets = registered.filter(resource => resource.inputs.kind === "Secret");
    assert.equal(secrets.length, 2);
    for (const { inputs } of secrets) assert.ok(isMarked(inputs.stringData), inputs.metadata.name);
});
