import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Latency buckets in ms: from a durable write on a fast disk to what nobody should wait for. */
const buckets = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048];

export interface Metrics {
  readonly registry: Registry;
  acknowledged(call: string, ms: number): void;
  flushed(records: number, ms: number): void;
  fannedOut(ms: number): void;
}

/** What the venue tells of itself at /metrics. */
export function createMetrics(figures: {
  readonly connections: () => number;
  readonly durableSeq: () => number;
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
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('piazza_connections', 'Open sockets', figures.connections);
  gauge('piazza_durable_seq', 'Newest durable record', figures.durableSeq);
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
  };
}
