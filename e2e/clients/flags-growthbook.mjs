// A flag for each user by @growthbook/growthbook, evaluated where it runs (local) or by the service (remote). Arguments: service, client key, flag,
// file with a user a line, country, local or remote.
import { readFileSync } from 'node:fs';
import { GrowthBook } from '@growthbook/growthbook';

const [apiHost, clientKey, flag, users, country, where] = process.argv.slice(2);
const answers = {};
const local = new GrowthBook({ apiHost, clientKey });
if (where === 'local') {
  await local.init({ timeout: 10_000 });
}
for (const id of readFileSync(users, 'utf8').trim().split('\n')) {
  const growthbook =
    where === 'local' ? local : new GrowthBook({ apiHost, clientKey, remoteEval: true, attributes: { id, country } });
  if (where === 'local') {
    await growthbook.setAttributes({ id, country });
  } else {
    await growthbook.init({ timeout: 10_000 });
  }
  answers[id] = growthbook.getFeatureValue(flag, 'none');
}
console.log(JSON.stringify(answers));
process.exit(0);
