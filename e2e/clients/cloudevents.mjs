// The three ways of the npm client cloudevents. Arguments: door, write key, user, beginning of the ids.
import { CloudEvent, HTTP, Mode, emitterFor, httpTransport } from 'cloudevents';

const [door, writeKey, userid, ids] = process.argv.slice(2);
const headers = { authorization: 'Basic ' + Buffer.from(writeKey + ':').toString('base64') };
const transport = httpTransport(`${door}/cloudevents`);
const event = (id) =>
  new CloudEvent({
    id: `${ids}-${id}`,
    source: '/shop',
    type: 'Product Viewed',
    userid,
    datacontenttype: 'application/json',
    data: { product_id: 'tea-1', price: 4.5, currency: 'EUR' },
  });
const batch = () => ({
  headers: { 'content-type': 'application/cloudevents-batch+json' },
  body: JSON.stringify([event('batch-1'), event('batch-2')]),
});

const answers = [
  await emitterFor(transport, { binding: HTTP, mode: Mode.BINARY })(event('binary'), { headers }),
  await emitterFor(transport, { binding: HTTP, mode: Mode.STRUCTURED })(event('structured'), { headers }),
  await transport(batch(), { headers }),
];
for (const { body } of answers) {
  if (!JSON.parse(body).accepted) {
    throw new Error(`not taken: ${body}`);
  }
}
