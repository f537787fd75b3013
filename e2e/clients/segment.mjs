// The six calls of @segment/analytics-node. Arguments: door, write key, user, beginning of the message ids, perhaps a browser that has logged in.
import { Analytics } from '@segment/analytics-node';

const [host, writeKey, userId, ids, anonymousId] = process.argv.slice(2);
const analytics = new Analytics({ writeKey, host, flushInterval: 500, maxRetries: 10 });
analytics.on('error', (error) => {
  console.error(error);
  process.exitCode = 1;
});

analytics.identify({ userId, ...(anonymousId && { anonymousId }), traits: { plan: 'gold' }, messageId: `${ids}-identify` });
analytics.track({
  userId,
  event: 'Product Viewed',
  properties: { product_id: 'tea-1', price: 4.5, currency: 'EUR' },
  messageId: `${ids}-track`,
});
analytics.page({ userId, name: 'Start', messageId: `${ids}-page` });
analytics.screen({ userId, name: 'Start', messageId: `${ids}-screen` });
analytics.group({ userId, groupId: 'club', messageId: `${ids}-group` });
analytics.alias({ userId, previousId: `before-${userId}`, messageId: `${ids}-alias` });
await analytics.closeAndFlush({ timeout: 60_000 });
