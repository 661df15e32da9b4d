import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "yaml";
import { manifestsOf, stacks } from "./stacks";

const folder = mkdtempSync(join(tmpdir(), "egov-render-"));
after(() => rmSync(folder, { recursive: true }));
const render = (...words: string[]) => spawnSync(process.execPath, [join(__dirname, "../src/render.js"), ...words], { encoding: "utf8" });

for (const stack of ["small", "national"]) {
    test(`${stack}: the files hold the resources, in order, and no secret`, () => {
        const to = join(folder, stack);
        const { status, stdout, stderr } = render(stack, to);
        assert.equal(status, 0, stderr);
        const manifests = manifestsOf(stacks[stack]!);
        assert.match(stdout, new RegExp(`^${manifests.length} resources`));
        assert.deepEqual(readdirSync(to).sort().map(file => parse(readFileSync(join(to, file), "utf8"))), JSON.parse(JSON.stringify(manifests)));
        assert.equal(parse(readFileSync(join(to, readdirSync(to).find(f => f.includes("secret-instance-key"))!), "utf8")).stringData["instance.key"], "REPLACE-instanceKey");
    });
}

test("it replaces what it has written and touches no folder that holds something else", () => {
    const to = mkdtempSync(join(folder, "again-"));
    writeFileSync(join(to, "99-job-of-an-earlier-run.yaml"), "");
    assert.equal(render("small", to).status, 0);
    assert.ok(!readdirSync(to).includes("99-job-of-an-earlier-run.yaml"));

    writeFileSync(join(to, "thesis.odt"), "");
    const before = readdirSync(to);
    const { status, stderr } = render("small", to);
    assert.equal(status, 1);
    assert.match(stderr, /holds thesis\.odt/);
    assert.deepEqual(readdirSync(to), before);
});

test("a stack that is not there is told in one line", () => {
    const { status, stderr } = render("nowhere", join(folder, "x"));
    assert.equal(status, 1);
    assert.match(stderr, /^There is no stack nowhere: .*\n$/);
});

test("without words it explains itself", () => {
    const { status, stderr } = render();
    assert.equal(status, 2);
    assert.match(stderr, /npm run render -- STACK FOLDER/);
});
