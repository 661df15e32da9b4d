import assert from "node:assert/strict";
import { test } from "node:test";
import { Manifest } from "../src/manifest";
import { problems } from "../src/schemas";
import { find, manifestsOf, stacks } from "./stacks";

const portal = (): any => structuredClone(find(manifestsOf(stacks.national!), "Deployment", "portal"));

function afterwards(change: (manifest: any) => void, manifest = portal()): string {
    change(manifest);
    return problems(manifest as Manifest).join("\n");
}

test("what is right has no problem", () => assert.equal(afterwards(() => undefined), ""));
test("a wrong type is found", () => assert.match(afterwards(m => { m.spec.replicas = "2"; }), /replicas/));
test("a missing field is found", () => assert.match(afterwards(m => { delete m.spec.selector; }), /selector/));
test("a misspelt field is found", () => assert.match(afterwards(m => { m.spec.template.spec.containers[0].imagePulPolicy = "Always"; }), /\/spec\/template\/spec\/containers\/0\/imagePulPolicy is unknown/));
test("a misspelt field at the top is found", () => assert.match(afterwards(m => { m.specification = {}; }), /\/specification is unknown/));
test("a wrong word is found", () => assert.match(afterwards(m => { m.spec.template.spec.containers[0].ports[0].containerPort = "http"; }), /containerPort/));
test("a kind that is not there is found", () => assert.match(afterwards(m => { m.kind = "Deploymnet"; }), /there is no apps\/v1\/Deploymnet/));
test("a version that is not there is found", () => assert.match(afterwards(m => { m.apiVersion = "apps/v9"; }), /there is no apps\/v9/));
test("the operator's own kinds are judged too", () => {
    const cluster = structuredClone(find(manifestsOf(stacks.national!), "Cluster", "data"));
    assert.match(afterwards(m => { m.spec.instances = "three"; }, cluster), /instances/);
    const again = structuredClone(find(manifestsOf(stacks.national!), "Cluster", "data"));
    assert.match(afterwards(m => { m.spec.storage.sizes = "1Gi"; }, again), /\/spec\/storage\/sizes is unknown/);
});
