import * as pulumi from "@pulumi/pulumi";
import { instance } from "./instance";
import { InstanceResources } from "./program";
import { readSettings, schema } from "./settings";

const config = new pulumi.Config("egov");

/** A structure comes as JSON, a single word as it is. */
function given(key: string): unknown {
    const text = config.get(key);
    if (text === undefined) return undefined;
    return /^[[{]/.test(text) ? config.requireObject(key) : text;
}

const settings = readSettings(Object.fromEntries(Object.keys(schema.shape).map(key => [key, given(key)]).filter(([, value]) => value !== undefined)));
const whole = new InstanceResources(settings.instance, instance(settings, name => config.requireSecret(name)));

export const url = settings.publicUrl;
export const made = whole.urn;
