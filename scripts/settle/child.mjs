/** The venue, as it is built, in a process of its own over a folder. Commands come from the process that watches it. */
import { pino } from 'pino';

const built = new URL('../../server/dist/', import.meta.url);
const of = (path) => import(new URL(path, built));
const { openStores } = await of('adapters/open-stores.js');
const { startVenue } = await of('compose.js');
const { readConfig } = await of('config.js');
const { Refusal } = await of('kernel/exchange.js');
const fault = 70;

/** What is looked at: all but what is large and of no interest. */
const seen = ({ payments, offers, approvals }) => ({
  payments: { ...payments, heard: new Map(), byProvider: new Map() },
  offers,
  approvals,
});

async function answer({ exchange, payments }, { what, command, actor, key }) {
  switch (what) {
    case 'command':
      return { result: await exchange.command(command, actor, key) };
    case 'look':
      return {
        state: await exchange.read(seen),
        idle: payments.courier.isIdle(),
        inFlight: payments.courier.figures.inFlight,
      };
    case 'busy':
      return { inFlight: payments.courier.figures.inFlight };
    case 'sweep':
      payments.sweep();
      return {};
    default:
      await payments.reconcile();
      return {};
  }
}

const config = readConfig(process.env);
const venue = await startVenue({
  config,
  stores: await openStores({ dataDir: config.dataDir }),
  logger: pino({ level: config.logLevel }),
  clientFolder: process.env.CLIENT_FOLDER,
  fatal: (error) => {
    console.error(error);
    process.exit(fault);
  },
});
process.on('message', (ask) => {
  answer(venue, ask).then(
    (said) => process.send({ n: ask.n, said }),
    (error) =>
      process.send({
        n: ask.n,
        said: error instanceof Refusal ? { refused: error.rejection } : { failed: String(error) },
      }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ n: 0, said: {} });
