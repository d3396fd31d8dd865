import { ApiError } from './errors.ts';
import type { Control } from './control.ts';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

type Body = Readonly<Record<string, unknown>>;
type Command = (control: Control, body: Body) => unknown;

const text = (body: Body, name: string): string => {
  const value = body[name];
  if (typeof value !== 'string') throw new TypeError(`${name} must be a text`);
  return value;
};
const maybeText = (body: Body, name: string): string | undefined =>
  body[name] === undefined ? undefined : text(body, name);
const number = (body: Body, name: string): number => {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new TypeError(`${name} must be a number`);
  return value;
};

const commands: Readonly<Record<string, Command>> = {
  advance: (control, body) => control.advance(number(body, 'seconds')),
  faults: (control, body) => control.faults(body),
  webhook: (control, body) =>
    control.webhook(
      body['url'] === undefined ? undefined : { url: text(body, 'url'), secret: text(body, 'secret') },
    ),
  resend: (control, body) => control.resend(text(body, 'event')),
  quiet: (control, body) =>
    control.quiet(body['milliseconds'] === undefined ? undefined : number(body, 'milliseconds')),
  fund: (control, body) =>
    control.fund(text(body, 'customer'), number(body, 'amount'), maybeText(body, 'reference') ?? null),
  'top-up': (control, body) => control.topUp(number(body, 'amount')),
  dispute: (control, body) => control.dispute(text(body, 'id'), maybeText(body, 'reason')),
  decide: (control, body) => control.decide(text(body, 'dispute'), body['won'] === true),
  save: (control, body) => control.save(text(body, 'session'), text(body, 'account')),
  authenticate: (control, body) => control.authenticate(text(body, 'intent'), body['agreed'] !== false),
  onboard: (control, body) => control.onboard(text(body, 'account'), maybeText(body, 'iban')),
  restrict: (control, body) => control.restrict(text(body, 'account'), body['due'] as readonly string[]),
  audit: (control) => control.audit(),
};

/** Answers `/_standin/<name>`: state by GET, all else by POST with a JSON body. */
export async function command(
  control: Control,
  name: string,
  method: string,
  body: string,
  query: URLSearchParams,
): Promise<Reply> {
  if (name === 'state' && method === 'GET')
    return { status: 200, body: control.state(query.get('by') ?? undefined) };
  const run = commands[name];
  if (run === undefined || method !== 'POST')
    return { status: 404, body: { error: `No such command: ${name}` } };
  try {
    const given = (body === '' ? {} : JSON.parse(body)) as Body;
    return { status: 200, body: (await run(control, given)) ?? { done: true } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 400, body: { error: message, ...(error instanceof ApiError ? error.body : {}) } };
  }
}
