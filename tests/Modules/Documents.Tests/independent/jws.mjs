// node jws.mjs <signed-text-file> <jwks-file>: prints the signed words and ends with 0 where the signature holds, else with 1.
import { readFile } from 'node:fs/promises';
import { compactVerify, createLocalJWKSet } from 'jose';

const [text, keys] = await Promise.all(process.argv.slice(2, 4).map((file) => readFile(file, 'utf8')));
try {
  const { payload, protectedHeader } = await compactVerify(text, createLocalJWKSet(JSON.parse(keys)), { algorithms: ['ES256'] });
  console.log(protectedHeader.typ, new TextDecoder().decode(payload));
} catch (error) {
  console.error(error.code);
  process.exit(1);
}
