import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { instance } from "./instance";
import { Manifest } from "./manifest";
import { problems } from "./schemas";
import { SettingsError } from "./settings";
import { stackSettings } from "./stack";

const usage = `npm run render -- STACK FOLDER
Writes the resources of a stack as YAML, numbered in the order in which they are made, after the schemas have found nothing wrong.
FOLDER is one of its own: files of an earlier run are replaced, and one that holds anything else is refused.
Secrets are written as REPLACE-…: put the values in, or make the secrets yourself, before: kubectl apply -f FOLDER

  npm run render -- small /tmp/small
`;

/** The same resources as the program makes, with words in the place of secrets. */
export const rendered = (stack: string): Manifest[] => instance(stackSettings(stack), name => `REPLACE-${name}`);

function main([stack, folder]: string[]): number {
    if (!stack || !folder) {
        process.stderr.write(usage);
        return 2;
    }
    const manifests = rendered(stack);
    const wrong = manifests.flatMap(problems);
    if (wrong.length > 0) {
        process.stderr.write(`${wrong.join("\n")}\n`);
        return 1;
    }
    clear(folder);
    mkdirSync(folder, { recursive: true });
    manifests.forEach((manifest, i) => writeFileSync(join(folder, fileName(manifest, i)), stringify(manifest, { lineWidth: 0, aliasDuplicateObjects: false })));
    process.stdout.write(`${manifests.length} resources in ${folder}, all as the schemas want them\n`);
    return 0;
}

/** Removes what an earlier run has written, by its names, and nothing else. */
function clear(folder: string) {
    const there = existsSync(folder) ? readdirSync(folder) : [];
    const foreign = there.find(file => !/^\d\d-[a-z]+-[a-z0-9.-]+\.yaml$/.test(file));
    if (foreign) throw new Error(`${folder} holds ${foreign}, which this has not written; name a folder of its own.`);
    there.forEach(file => rmSync(join(folder, file)));
}

export const fileName = ({ kind, metadata }: Manifest, i: number) => `${String(i).padStart(2, "0")}-${kind.toLowerCase()}-${metadata.name}.yaml`;

if (require.main === module) {
    try {
        process.exitCode = main(process.argv.slice(2));
    } catch (error) {
        process.stderr.write(`${error instanceof SettingsError ? error.message : (error as Error).message}\n`);
        process.exitCode = 1;
    }
}
