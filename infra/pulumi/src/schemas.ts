import { Manifest } from "./manifest";

interface Model { prototype: { validate(): void } }

/** The models carry Kubernetes' own OpenAPI schemas, compiled; the operator's come from its resource definitions. */
const packages = (apiVersion: string) => apiVersion.startsWith("postgresql.cnpg.io/")
    ? `@kubernetes-models/cloudnative-pg/${apiVersion}`
    : `kubernetes-models/${apiVersion}`;

/** What the schemas find wrong, a line each: wrong types, values and missing fields, and fields that they do not know. */
export function problems(manifest: Manifest): string[] {
    const where = `${manifest.kind} ${manifest.metadata.name}`;
    const model = load(manifest);
    if (!model) return [`${where}: there is no ${manifest.apiVersion}/${manifest.kind}`];
    const watched = watch(manifest);
    const wrong = complaints(() => model.prototype.validate.call(watched.object));
    return [...wrong, ...unread(watched, "").map(path => `${path} is unknown`)].map(text => `${where}: ${text}`);
}

function load({ apiVersion, kind }: Manifest): Model | undefined {
    try {
        return require(packages(apiVersion))[kind];
    } catch {
        return undefined;
    }
}

function complaints(check: () => void): string[] {
    try {
        check();
        return [];
    } catch (error) {
        return (error as Error).message.split("\n");
    }
}

interface Watched { object: any; source: object; read: Set<string>; inner: Map<string, Watched> }

/**
 * A compiled schema lets unknown fields pass, as JSON Schema does. But it reads each field that it knows: what nobody reads is unknown.
 */
function watch(source: object): Watched {
    const watched: Watched = { object: undefined, source, read: new Set(), inner: new Map() };
    watched.object = new Proxy(source, {
        get(target, key) {
            const value = Reflect.get(target, key);
            if (typeof key !== "string") return value;
            watched.read.add(key);
            if (typeof value !== "object" || value === null) return value;
            if (!watched.inner.has(key)) watched.inner.set(key, watch(value));
            return watched.inner.get(key)!.object;
        },
    });
    return watched;
}

function unread({ source, read, inner }: Watched, path: string): string[] {
    if (read.size === 0) return [];
    return Object.keys(source).flatMap(key => read.has(key) ? inner.has(key) ? unread(inner.get(key)!, `${path}/${key}`) : [] : [`${path}/${key}`]);
}
