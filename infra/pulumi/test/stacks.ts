import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { instance } from "../src/instance";
import { Manifest } from "../src/manifest";
import { readSettings, Settings } from "../src/settings";
import { stackSettings } from "../src/stack";

/** The configuration of a stack's file, to be changed by a test. */
export function given(stack: string): Record<string, any> {
    const { config } = parse(readFileSync(join(__dirname, `../../Pulumi.${stack}.yaml`), "utf8"));
    return Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace("egov:", ""), value]));
}

export const external = readSettings({
    ...given("small"),
    database: { kind: "external", data: "Host=db.example;Username=egov;Database=egov;SSL Mode=VerifyFull", keys: "Host=db.example;Username=egov;Database=keys;SSL Mode=VerifyFull", address: "10.9.0.1/32" },
});

export const stacks: Record<string, Settings> = { small: stackSettings("small"), national: stackSettings("national"), external };

export const manifestsOf = (settings: Settings): Manifest[] => instance(settings, name => `REPLACE-${name}`);

export interface Template { owner: Manifest; labels: Record<string, string>; spec: any }

/** The pods that the manifests make, whoever makes them. */
export function pods(manifests: Manifest[]): Template[] {
    return manifests.flatMap(owner => {
        const spec: any = owner.spec;
        const template = owner.kind === "CronJob" ? spec.jobTemplate.spec.template : spec?.template;
        return template ? [{ owner, labels: template.metadata.labels, spec: template.spec }] : [];
    });
}

export const find = (manifests: Manifest[], kind: string, name: string): any => {
    const found = manifests.find(manifest => manifest.kind === kind && manifest.metadata.name === name);
    if (!found) throw new Error(`There is no ${kind} ${name}.`);
    return found;
};
