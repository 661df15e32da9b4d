// Checks the signed text of a document against the public keys of a portal, with nothing but Node's own crypto:
//   node verify.mjs <signed-text-file | -> <jwks.json file | https://portal/.well-known/jwks.json>
// Prints the signed words and ends with 0 where the signature holds, with 1 where it does not, with 2 where it was called wrongly.
import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import process from 'node:process';

const type = 'certificate+jws';

const fail = (code, message) => {
  console.error(message);
  process.exit(code);
};

async function signedText(source) {
  if (source !== '-') return readFile(source, 'utf8');
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  return text;
}

async function keySet(source) {
  if (!/^https?:/.test(source)) return JSON.parse(await readFile(source, 'utf8'));
  const answer = await fetch(source);
  if (!answer.ok) fail(2, `${source} answered ${answer.status}.`);
  return answer.json();
}

// Base64url in its one form: anything else could be a second text with the same signature.
function decode(part) {
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : fail(1, 'NOT GENUINE: this is no signed text.');
}

function json(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return fail(1, 'NOT GENUINE: this is no signed text.');
  }
}

const [text, keys] = process.argv.slice(2);
if (!text || !keys) fail(2, 'Usage: node verify.mjs <signed-text-file | -> <jwks file or address>');

const parts = (await signedText(text)).replace(/\s/g, '').split('.');
if (parts.length !== 3) fail(1, 'NOT GENUINE: a signed text has three parts with dots between them.');

// The algorithm is ours, never the one that the text asks for.
const header = json(decode(parts[0]));
if (header.alg !== 'ES256' || header.typ !== type || 'crit' in header) fail(1, 'NOT GENUINE: this is not the signed text of a document.');
const jwk = (await keySet(keys)).keys.find((key) => key.kid === header.kid && key.kty === 'EC' && key.crv === 'P-256');
if (!jwk) fail(1, `NOT GENUINE: the portal has no key '${header.kid}'.`);

const key = createPublicKey({ key: jwk, format: 'jwk' });
const genuine = verify('sha256', Buffer.from(`${parts[0]}.${parts[1]}`, 'ascii'), { key, dsaEncoding: 'ieee-p1363' }, decode(parts[2]));
if (!genuine) fail(1, 'NOT GENUINE: the text was altered, or somebody else signed it.');

const signed = json(decode(parts[1]));
const row = (label, value) => value && console.log(`${label}: ${value}`);
console.log(`GENUINE: signed by ${signed.iss}. Compare with the paper; ask the portal whether it still holds.`);
row('Document', signed.title);
row('Number', signed.number);
row('Issued by', signed.organization);
row('Issued on', signed.issued);
row('Valid until', signed.valid_until);
row('Holder', signed.holder);
for (const field of signed.fields) row(field.label, field.text);
