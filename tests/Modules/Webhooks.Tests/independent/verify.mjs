// node verify.mjs <secret> <request-file>: the file holds webhook-id, webhook-timestamp, webhook-signature and the body, one a line.
// Ends with 0 where the library of Standard Webhooks takes the call, else with 1 and its reason.
import { readFile } from 'node:fs/promises';
import { Webhook } from 'standardwebhooks';

const [secret, file] = process.argv.slice(2);
const [id, timestamp, signature, ...body] = (await readFile(file, 'utf8')).split('\n');
try {
  const event = new Webhook(secret).verify(body.join('\n'), { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature });
  console.log(event.type);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
