// Reads an export of a portal (egov data export) with nothing but Node: sums, lines against their schemas, the audit's chains, tree and signed heads.
//   node read-export.mjs <folder>
// Prints "kind rows" for each kind, "files N", and ends with 0 where all agrees, with 1 where something does not, with 2 where it was called wrongly.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const folder = process.argv[2];
if (!folder || !existsSync(path.join(folder, 'manifest.json'))) {
  console.error('Usage: node read-export.mjs <folder of an export, with its manifest.json>');
  process.exit(2);
}

const faults = [];
const fault = (text) => faults.length < 100 && faults.push(text);
const json = (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const lines = (file) => createInterface({ input: createReadStream(path.join(folder, file), 'utf8'), crlfDelay: Infinity });
async function* rows(kind) {
  for await (const line of lines(`data/${kind}.jsonl`)) yield JSON.parse(line);
}

// --- sums: every file has one, and no file is there that has none
async function sha256(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path.join(folder, file))) hash.update(chunk);
  return hash.digest('hex');
}

async function checkSums() {
  const seen = new Set(['SHA256SUMS']);
  for await (const line of lines('SHA256SUMS')) {
    const [sum, file] = [line.slice(0, 64), line.slice(66)];
    seen.add(file);
    if (!existsSync(path.join(folder, file))) fault(`${file} is missing.`);
    else if (await sha256(file) !== sum) fault(`${file} is not as it was written.`);
  }
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile()).map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
  for (const file of files) if (!seen.has(file)) fault(`${file} is in no list of sums.`);
  return files.filter((file) => /^files\/[0-9a-f]{2}\//.test(file)).length;
}

// --- lines against the schema of their kind: the part of JSON Schema that exports use
const typeOf = (value) => (value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value);

function misfits(schema, row) {
  const wrong = Object.keys(row).filter((name) => !schema.properties[name]).concat(schema.required.filter((name) => !(name in row)));
  for (const [name, { type, pattern }] of Object.entries(schema.properties)) {
    if (!(name in row)) continue;
    if (![type].flat().includes(typeOf(row[name])) || (pattern && row[name] !== null && !new RegExp(pattern).test(row[name]))) wrong.push(name);
  }
  return wrong;
}

async function checkRows({ name, schema: file, rows: counted }) {
  const schema = json(file);
  let count = 0;
  for await (const row of rows(name)) {
    count++;
    const wrong = misfits(schema, row);
    if (wrong.length) fault(`Row ${count} of ${name} is not as its schema says: ${wrong.join(', ')}.`);
  }
  if (count !== counted) fault(`${name} has ${count} rows; the manifest says ${counted}.`);
  console.log(`${name} ${count}`);
}

// --- the audit
const hash = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const short = { '\\': '\\\\', '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r' };
const escaped = (text) => `"${[...Array(text.length).keys()].map((i) => text[i]).map((unit) => short[unit]
  ?? (unit < ' ' || unit > '~' || '"&\'+<>`'.includes(unit) ? `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : unit)).join('')}"`;
const element = (value) => (value === null ? 'null' : typeof value === 'number' ? String(value) : escaped(value));
const leafOf = (row) => hash(Buffer.from([0]), Buffer.from(`[${['subject_id', 'seq', 'act', 'at', 'kind', 'action', 'actor_id', 'for_person', 'channel', 'details', 'previous'].map((name) => element(row[name])).join(',')}]`));

async function checkChains() {
  let before = null;
  const leaves = new Map();
  for await (const row of rows('platform_audit')) {
    const follows = before?.subject_id === row.subject_id ? before : null;
    if (leafOf(row).toString('hex') !== row.leaf) fault(`Audit row ${row.seq} of ${row.subject_id} was changed.`);
    if (row.seq !== (follows?.seq ?? 0) + 1 || row.previous !== (follows?.leaf ?? '0'.repeat(64))) fault(`Before audit row ${row.seq} of ${row.subject_id} something is missing.`);
    leaves.set(`${row.subject_id}/${row.seq}`, row.leaf);
    before = row;
  }
  return leaves;
}

function root(peaks) {
  if (peaks.length === 0) return hash();
  return peaks.slice(0, -1).reduceRight((right, left) => hash(Buffer.from([1]), left, right), peaks.at(-1));
}

function append(peaks, size, leaf) {
  peaks.push(leaf);
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    const right = peaks.pop();
    peaks.push(hash(Buffer.from([1]), peaks.pop(), right));
  }
}

function isSigned(head, keys) {
  const [header, payload, signature] = head.signature.split('.');
  const { kid, alg, typ } = JSON.parse(Buffer.from(header, 'base64url'));
  const said = JSON.stringify({ size: head.size, root: head.root, at: head.at });
  const jwk = keys.get(kid);
  return alg === 'ES256' && typ === 'audit-head+jws' && jwk && Buffer.from(payload, 'base64url').toString() === said
    && verify('sha256', Buffer.from(`${header}.${payload}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

async function checkTree(leaves) {
  const keys = new Map();
  for await (const key of rows('platform_signing_key')) keys.set(key.kid, JSON.parse(key.public_key));
  const heads = [];
  for await (const head of rows('platform_audit_head')) heads.push(head);
  const [peaks, all] = [[], heads.length];
  let size = 0;
  const check = () => {
    while (heads[0]?.size === size) {
      const head = heads.shift();
      if (root(peaks).toString('hex') !== head.root) fault(`The rows up to ${head.size} do not give the root that was signed at ${head.at}.`);
      if (!isSigned(head, keys)) fault(`The head of ${head.at} is not signed by a key of the portal.`);
    }
  };
  check();
  for await (const seal of rows('platform_audit_seal')) {
    if (seal.position !== size || leaves.get(`${seal.subject_id}/${seal.seq}`) !== seal.leaf) fault(`Position ${size} does not hold the row that was sealed there.`);
    append(peaks, size++, Buffer.from(seal.leaf, 'hex'));
    check();
  }
  if (heads.length) fault(`A head speaks of ${heads[0].size} rows; ${size} have a place.`);
  console.log(`audit: ${leaves.size} rows, ${size} sealed, ${all} heads`);
}

const manifest = json('manifest.json');
if (manifest.format !== 'egov-export/1') fault(`This script does not know the format ${manifest.format}.`);
const files = await checkSums();
for (const kind of manifest.tables) await checkRows(kind);
if (files !== manifest.files) fault(`There are ${files} files; the manifest says ${manifest.files}.`);
console.log(`files ${files}`);
await checkTree(await checkChains());
faults.push(...manifest.faults);
for (const text of faults) console.error(text);
console.log(`${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
