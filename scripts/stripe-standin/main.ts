import { parseArgs } from 'node:util';
import { startStandin } from './index.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4242' },
    seed: { type: 'string', default: '1' },
    key: { type: 'string' },
    'webhook-url': { type: 'string' },
    'webhook-secret': { type: 'string', default: 'whsec_standin' },
    'sepa-seconds': { type: 'string' },
    // Ends when nobody holds its input open any more.
    'while-asked': { type: 'boolean', default: false },
  },
});

const url = values['webhook-url'];
const sepa = values['sepa-seconds'];
const standin = await startStandin({
  port: Number(values.port),
  seed: Number(values.seed),
  ...(values.key === undefined ? {} : { key: values.key }),
  ...(url === undefined ? {} : { webhook: { url, secret: values['webhook-secret'] } }),
  ...(sepa === undefined ? {} : { terms: { sepaResult: Number(sepa) } }),
});
console.log(`Stand-in of Stripe at ${standin.url}, seed ${values.seed}`);
console.log(`STRIPE_SECRET_KEY=${standin.key}`);
console.log(`STRIPE_WEBHOOK_SECRET=${standin.secret}`);

const stop = (): void => {
  void standin.close().then(() => process.exit(0));
};
if (values['while-asked']) process.stdin.on('end', stop).resume();
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
