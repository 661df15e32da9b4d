import * as pulumi from "@pulumi/pulumi";
import { instance } from "../src/instance";
import { Manifest } from "../src/manifest";
import { InstanceResources } from "../src/program";
import { Settings } from "../src/settings";

/** Runs the program as Pulumi would, with its engine replaced by one that writes down what it is asked for. */
export async function mocked(settings: Settings, secrets = (name: string): pulumi.Input<string> => pulumi.secret(`secret of ${name}`), events: string[] = []) {
    const registered: pulumi.runtime.MockResourceArgs[] = [];
    await pulumi.runtime.setMocks({
        newResource: async args => {
            registered.push(args);
            events.push(`begin ${args.name}`);
            await new Promise(resolve => setTimeout(resolve, 5));
            events.push(`end ${args.name}`);
            return { id: `${args.name}-id`, state: args.inputs };
        },
        call: args => args.inputs,
    });
    const { made } = new InstanceResources(settings.instance, instance(settings, secrets));
    await new Promise(resolve => pulumi.all([...made.values()].map(resource => resource.urn)).apply(resolve));
    return registered.filter(resource => resource.type.startsWith("kubernetes:"));
}

/** "apps/v1/Deployment portal", of what is registered and of what is written alike. */
export const nameOf = ({ apiVersion, kind, metadata }: Manifest) => `${apiVersion}/${kind} ${metadata.name}`;

const mark = "4dabf18193072939515e22adb298388d";

/** Without the marks that Pulumi puts around what is secret. */
export function plain(value: any): any {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    return mark in value ? plain(value.value) : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

export const isMarked = (value: any) => typeof value === "object" && value !== null && mark in value;
