// A flag for each user by @openfeature/ofrep-provider. Arguments: service, client key, flag, file with a user a line, country.
import { readFileSync } from 'node:fs';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OpenFeature } from '@openfeature/server-sdk';

const [baseUrl, key, flag, users, country] = process.argv.slice(2);
await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl, headers: [['X-API-Key', key]] }));
const client = OpenFeature.getClient();
const answers = {};
for (const targetingKey of readFileSync(users, 'utf8').trim().split('\n')) {
  answers[targetingKey] = await client.getStringValue(flag, 'none', { targetingKey, country });
}
console.log(JSON.stringify(answers));
await OpenFeature.close();
