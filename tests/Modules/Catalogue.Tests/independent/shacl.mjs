// node shacl.mjs <json-ld-file> <shapes.ttl>: counts the triples by class and ends with 0 where all shapes hold, else names what does not and ends with 1.
import { readFile } from 'node:fs/promises';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const [data, shapes] = await Promise.all(process.argv.slice(2, 4).map((file) => readFile(file, 'utf8')));
// A document that needs the network to be read is not read.
const documentLoader = (url) => { throw new Error(`asks for ${url}`); };
const quads = await jsonld.toRDF(JSON.parse(data), { format: 'application/n-quads', safe: true, documentLoader });
const graph = new Store(new Parser({ format: 'N-Quads' }).parse(quads));
const report = new SHACLValidator(new Store(new Parser().parse(shapes))).validate(graph);
for (const { focusNode, path, message, sourceConstraintComponent } of (await report).results.slice(0, 20)) {
  console.error(focusNode?.value, path?.value, sourceConstraintComponent?.value, message.map((m) => m.value).join(' '));
}

const counts = new Map();
for (const { object } of graph.getQuads(null, DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), null, null)) {
  counts.set(object.value, (counts.get(object.value) ?? 0) + 1);
}
console.log(JSON.stringify({ triples: graph.size, ...Object.fromEntries([...counts].sort()) }));
process.exit((await report).conforms ? 0 : 1);
