// Verifies one signed call by the npm client standardwebhooks. Arguments: secret, a file with {"headers": {…}, "body": "…"}.
import { readFileSync } from 'node:fs';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const [secret, file] = process.argv.slice(2);
const { headers, body } = JSON.parse(readFileSync(file, 'utf8'));
const webhook = new Webhook(secret);

const refused = (changed, otherHeaders = headers) => {
  try {
    webhook.verify(changed, otherHeaders);
    return false;
  } catch (error) {
    if (error instanceof WebhookVerificationError) {
      return true;
    }
    throw error;
  }
};

const message = webhook.verify(body, headers);
if (!refused(body.replace('"asked"', '"other"'))) {
  throw new Error('a changed body was taken');
}
if (!refused(body, { ...headers, 'webhook-id': 'msg_other' })) {
  throw new Error('another id was taken');
}
if (!refused(body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 3600) })) {
  throw new Error('another time was taken');
}
console.log(message.type);
