import type { Page } from 'playwright-core';

/** An event of the browser's tracing, as its DevTools write it. Times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor; absent where the platform does not tell. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What the page's main thread did while it was traced. */
export interface Traced {
  /** Scripting between the beginning of a frame and the next one, in ms, by frame. */
  readonly scripting: readonly number[];
  /** Style, layout and painting of the same frames, in ms. */
  readonly drawing: readonly number[];
  /** Messages that came over the socket. */
  readonly messages: number;
  readonly seconds: number;
}

const scripts = new Set([
  'EvaluateScript',
  'FunctionCall',
  'FireAnimationFrame',
  'TimerFire',
  'EventDispatch',
  'FireIdleCallback',
  'XHRReadyStateChange',
  'RunMicrotasks',
  'MinorGC',
  'MajorGC',
  'V8.GCScavenger',
]);
const drawings = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);
const frameBegin = 'BeginMainThreadFrame';
const categories =
  'devtools.timeline,disabled-by-default-devtools.timeline,devtools.timeline.frame,disabled-by-default-devtools.timeline.frame,v8';

/** Traces a page for a while over the DevTools protocol. */
export async function trace(page: Page, seconds: number): Promise<Traced> {
  const devtools = await page.context().browser()?.newBrowserCDPSession();
  if (devtools === undefined) throw new Error('no DevTools');
  const events: TraceEvent[] = [];
  devtools.on(
    'Tracing.dataCollected',
    ({ value }) => void events.push(...(value as unknown as TraceEvent[])),
  );
  const complete = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()));
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories.split(','), excludedCategories: ['*'] },
  });
  await page.waitForTimeout(seconds * 1_000);
  await devtools.send('Tracing.end');
  await complete;
  await devtools.detach();
  return evaluate(events, seconds);
}

/** The busiest main thread of a renderer: the page's own. */
function mainThread(events: readonly TraceEvent[]): (event: TraceEvent) => boolean {
  const counts = new Map<string, number>();
  const key = ({ pid, tid }: TraceEvent) => `${pid}.${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(key),
  );
  for (const event of events)
    if (mains.has(key(event))) counts.set(key(event), (counts.get(key(event)) ?? 0) + 1);
  const [busiest] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return (event) => key(event) === busiest;
}

/** Time of the outermost events of these kinds by frame: what lies inside another is not counted twice. */
function perFrame(events: readonly TraceEvent[], kinds: ReadonlySet<string>, begins: readonly number[]) {
  const spent = begins.map(() => 0);
  let until = 0;
  let frame = 0;
  for (const { name, ph, ts, dur = 0, tdur } of events) {
    if (ph !== 'X' || !kinds.has(name) || ts < until) continue;
    until = ts + dur;
    while (frame + 1 < begins.length && (begins[frame + 1] as number) <= ts) frame += 1;
    if (ts >= (begins[frame] ?? Infinity)) spent[frame] = (spent[frame] ?? 0) + (tdur ?? dur) / 1_000;
  }
  return spent;
}

function evaluate(all: readonly TraceEvent[], seconds: number): Traced {
  const events = all.filter(mainThread(all)).toSorted((a, b) => a.ts - b.ts);
  const begins = events.filter(({ name }) => name === frameBegin).map(({ ts }) => ts);
  return {
    scripting: perFrame(events, scripts, begins),
    drawing: perFrame(events, drawings, begins),
    messages: events.filter(({ name }) => name === 'WebSocketReceive').length,
    seconds,
  };
}
