import assert from "node:assert/strict";
import { test } from "node:test";
import { readSettings, SettingsError } from "../src/settings";
import { given } from "./stacks";

function mistakes(settings: Record<string, unknown>): string[] {
    try {
        readSettings(settings);
    } catch (error) {
        if (!(error instanceof SettingsError)) throw error;
        return error.mistakes;
    }
    return [];
}

for (const stack of ["small", "national"]) {
    test(`the stack ${stack} has no mistake`, () => assert.deepEqual(mistakes(given(stack)), []));
}

test("all mistakes are told at once, each with its place", () => {
    const wrong = { ...given("small"), instance: "Démo", publicUrl: "http://portal.example/x", image: "egov", colour: "red", backup: { storageClass: "backup", size: "many" } };

    const told = mistakes(wrong);

    assert.equal(told.length, 5, told.join("\n"));
    for (const place of ["egov:instance:", "egov:publicUrl:", "egov:image:", "egov:backup.size:", "colour"]) assert.ok(told.some(line => line.includes(place)), `${place} in ${told.join("\n")}`);
});

test("what is missing is told", () => {
    const { database, ...rest } = given("small");
    assert.equal(mistakes(rest).length, 1);
    assert.match(mistakes(rest)[0]!, /egov:database/);
});

test("several processes need files that all can write", () => {
    const files = { ...given("small").files, access: "ReadWriteOnce" };
    assert.match(mistakes({ ...given("small"), files }).join(), /egov:files.access: .*ReadWriteMany/);
    assert.deepEqual(mistakes({ ...given("small"), files, replicas: { least: 1, most: 1 } }), []);
});

test("fewer at most than at least is a mistake", () => {
    assert.match(mistakes({ ...given("small"), replicas: { least: 3, most: 2 } }).join(), /egov:replicas.most/);
});

test("a password in the settings is refused", () => {
    const database = { kind: "external", data: "Host=db;Password=x", keys: "Host=db", address: "10.0.0.1/32" };
    assert.match(mistakes({ ...given("small"), database }).join(), /egov:database.data: the password goes into the secret/);
});

test("two peers of one name are a mistake", () => {
    const peer = { name: "payments", address: "10.0.0.1/32", port: 443 };
    assert.match(mistakes({ ...given("small"), peers: [peer, peer] }).join(), /egov:peers/);
});

test("a network is written as one", () => {
    assert.match(mistakes({ ...given("small"), cluster: { pods: "10.244.0.0", api: "10.0.0.1/33" } }).join(), /cluster.pods.*cluster.api/);
});
