import { Session, type Profiler } from 'node:inspector/promises';

/** Share of the busy time of the server's main thread by what it was spent on, the largest first. */
export type Buckets = readonly (readonly [what: string, share: number])[];

const session = new Session();

export async function beginProfile(): Promise<void> {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
}

const places: readonly (readonly [RegExp, string])[] = [
  [/server\/dist\/domain\//, 'domain: decide and settle'],
  [/server\/dist\/kernel\//, 'kernel: sequence, encode, keys, flush'],
  [/server\/dist\/projections\//, 'projections: what a record means outside'],
  [
    /server\/dist\/adapters\/|\/node_modules\/(?:lmdb|ordered-binary|msgpackr)/,
    'stores: LMDB and what is put into it',
  ],
  [/server\/dist\/(?:realtime|api|http|identity|vault)\//, 'edge: our own code'],
  [/\/node_modules\/(?:socket\.io|engine\.io|ws|@socket\.io|debug)/, 'edge: Socket.io and WebSocket'],
  [/\/node_modules\/zod/, 'edge: schemas'],
  [/\/node_modules\/(?:prom-client)/, 'metrics'],
  [/\/node_modules\//, 'other packages'],
  [/^node:(?:_http|internal\/http)/, 'edge: HTTP of Node'],
];
const natives: readonly (readonly [RegExp, string])[] = [
  [/^\(garbage collector\)$/, 'garbage collection'],
  [/^\(program\)$/, 'Node itself, kernel included'],
  [/^(?:writev|writeBuffer|writeLatin1String|writeUtf8String)$/, 'system calls that write to sockets'],
];

function bucketOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string {
  const native = natives.find(([pattern]) => pattern.test(functionName));
  if (native !== undefined) return native[1];
  return places.find(([pattern]) => pattern.test(url))?.[1] ?? 'streams, timers and buffers of Node';
}

/** Ends the profile that was begun. */
export async function endProfile(): Promise<Buckets> {
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let busy = 0;
  profile.samples?.forEach((id, at) => {
    const frame = frames.get(id);
    // The start of the profile is in it too: it makes the list of all that is compiled.
    if (frame === undefined || /^(?:\(idle\)|dispatch)$/.test(frame.functionName)) return;
    const took = profile.timeDeltas?.[at] ?? 0;
    busy += took;
    const bucket = bucketOf(frame);
    spent.set(bucket, (spent.get(bucket) ?? 0) + took);
  });
  return [...spent].map(([what, took]) => [what, took / busy] as const).toSorted(([, a], [, b]) => b - a);
}
