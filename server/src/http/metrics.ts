import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Latency buckets in ms: from a durable write on a fast disk to what nobody should wait for. */
const buckets = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

export interface Metrics {
  readonly registry: Registry;
  acknowledged(call: string, ms: number): void;
  flushed(records: number, ms: number): void;
  fannedOut(ms: number): void;
  /** Tells of surveillance as well. */
  watch(
    figures: () => { readonly running: boolean; readonly behind: number; readonly restarts: number },
  ): void;
}

type Gauges = (name: string, help: string, value: () => number) => Gauge;

const gaugesOf =
  (registry: Registry): Gauges =>
  (name, help, value) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });

function watchedBy(gauge: Gauges, of: Parameters<Metrics['watch']>[0]): void {
  gauge('piazza_surveillance_running', 'Whether detectors read the journal', () => Number(of().running));
  gauge('piazza_surveillance_behind', 'Durable records they have not read yet', () => of().behind);
  gauge('piazza_surveillance_restarts', 'Times their process died and began again', () => of().restarts);
}

/** What the courier to the payment provider tells of itself. */
export interface PaymentFigures {
  readonly inFlight: number;
  readonly waiting: number;
  readonly retries: number;
  readonly oldestMs: number;
}

const secondMs = 1_000;
const paymentGauges: readonly (readonly [string, string, (figures: PaymentFigures) => number])[] = [
  ['piazza_payments_in_flight', 'Calls to the payment provider under way', ({ inFlight }) => inFlight],
  ['piazza_payments_waiting', 'Objects that wait for the payment provider', ({ waiting }) => waiting],
  ['piazza_payments_retries', 'Calls that were put off since the start', ({ retries }) => retries],
  ['piazza_payments_oldest_s', 'Since when the oldest waits', ({ oldestMs }) => oldestMs / secondMs],
];

/** What the venue tells of itself at /metrics. */
export function createMetrics(figures: {
  readonly connections: () => number;
  readonly durableSeq: () => number;
  /** Absent where the venue runs on play money. */
  readonly payments?: () => PaymentFigures;
}): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const ack = new Histogram({
    name: 'piazza_ack_ms',
    help: 'From a call to its answer',
    labelNames: ['call'],
    buckets,
    registers,
  });
  const flush = new Histogram({
    name: 'piazza_flush_ms',
    help: 'Durable append of one batch',
    buckets,
    registers,
  });
  const size = new Histogram({
    name: 'piazza_flush_records',
    help: 'Records in one batch',
    buckets: [1, 2, 5, 10, 50, 100, 500, 1000],
    registers,
  });
  const fanOut = new Histogram({
    name: 'piazza_fan_out_ms',
    help: 'From durable to sent',
    buckets,
    registers,
  });
  const gauge = gaugesOf(registry);
  gauge('piazza_connections', 'Open sockets', figures.connections);
  gauge('piazza_durable_seq', 'Newest durable record', figures.durableSeq);
  const { payments } = figures;
  if (payments !== undefined)
    for (const [name, help, value] of paymentGauges) gauge(name, help, () => value(payments()));
  const acks = new Map<string, Histogram.Internal<'call'>>();
  /** Finding the figures of a call by its label costs more than counting in them. */
  const ackOf = (call: string): Histogram.Internal<'call'> => {
    const known = acks.get(call) ?? ack.labels(call);
    acks.set(call, known);
    return known;
  };
  return {
    registry,
    acknowledged: (call, ms) => ackOf(call).observe(ms),
    flushed: (records, ms) => {
      flush.observe(ms);
      size.observe(records);
    },
    fannedOut: (ms) => fanOut.observe(ms),
    watch: (watched) => watchedBy(gauge, watched),
  };
}
