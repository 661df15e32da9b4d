import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readSettings, Settings } from "./settings";

const folder = join(__dirname, "../..");

/** The settings of a stack from its own file, as Pulumi reads them. */
export function stackSettings(stack: string): Settings {
    const file = join(folder, `Pulumi.${stack}.yaml`);
    if (!existsSync(file)) throw new Error(`There is no stack ${stack}: ${file} is missing.`);
    const config: Record<string, unknown> = parse(readFileSync(file, "utf8")).config ?? {};
    const open = Object.entries(config).filter(([, value]) => !isSecret(value));
    return readSettings(Object.fromEntries(open.map(([key, value]) => [key.replace(/^egov:/, ""), value])));
}

const isSecret = (value: unknown) => typeof value === "object" && value !== null && "secure" in value;
