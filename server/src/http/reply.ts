import { STATUS_CODES } from 'node:http';
import type { Rejection } from '@piazza/shared/rejections';
import { internalError, problemHeaders, problemMedia, problemOf } from '../api/kit/problem.ts';
import type { Taken } from '../api/kit/rate-limit.ts';
import { fixedHeaders } from './client-files.ts';
import { keepAliveMs } from './server.ts';

/** Headers as names and values in turn. */
export type Headers = readonly string[];

const ascii = /^[\0-\u{7f}]*$/u;
const fixed = fixedHeaders();
const valueHeaders = ['Cache-Control', 'no-store', 'Content-Type', 'application/json; charset=utf-8'];
const problemType = ['Content-Type', `${problemMedia}; charset=utf-8`];
const secondMs = 1_000;

function linesOf(headers: Headers): string {
  let lines = '';
  for (let at = 0; at < headers.length; at += 2) lines += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return lines;
}

/** As Node says it of every connection that stays open. */
const staying = linesOf(['Connection', 'keep-alive', 'Keep-Alive', `timeout=${keepAliveMs / secondMs}`]);
const closing = linesOf(['Connection', 'close']);
const fixedLines = linesOf(fixed) + staying;
const starts = new Map<number, string>();

/** First line and headers that are always the same. */
function startOf(status: number): string {
  let found = starts.get(status);
  if (found === undefined) {
    found = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${fixedLines}`;
    starts.set(status, found);
  }
  return found;
}

let second = 0;
let dateLine = '';

/** A clock of seconds is written once a second. */
function dateLineNow(): string {
  const now = Math.floor(Date.now() / secondMs);
  if (now !== second) {
    second = now;
    dateLine = `Date: ${new Date(now * secondMs).toUTCString()}\r\n`;
  }
  return dateLine;
}

const beginnings = new Map<number, { readonly date: string; readonly text: string }>();

/** All of a value's head that is the same for a second, in one piece: so it is copied at once. */
function beginningOf(status: number): string {
  const date = dateLineNow();
  const known = beginnings.get(status);
  if (known?.date === date) return known.text;
  const text = `${startOf(status)}${linesOf(valueHeaders)}${date}`;
  const flat = Buffer.from(text, 'latin1').toString('latin1');
  beginnings.set(status, { date, text: flat });
  return flat;
}

/** The head of a reply on a connection that nothing but the venue writes to. @param stays whether it stays open */
export const headOf = (status: number, headers: Headers, stays: boolean): string =>
  `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${linesOf(headers)}${stays ? staying : closing}${dateLineNow()}\r\n`;

/** The way out of a reply. */
export interface Exit {
  /** Whether the connection stays open for the next request, as one of HTTP/1.1 does. */
  readonly stays: boolean;
  /** @param text the whole reply, ASCII alone; only where the connection stays */
  whole(status: number, text: string): void;
  parts(status: number, headers: Headers, body: Buffer): void;
}

/** Replies to one request. */
export class Reply {
  readonly #exit: Exit;
  readonly #url: string;
  readonly #taken: Pick<Taken, 'limit' | 'policy'>;

  /** @param url what was asked for @param taken what the limit of requests says of itself */
  constructor(exit: Exit, url: string, taken: Pick<Taken, 'limit' | 'policy'>) {
    this.#exit = exit;
    this.#url = url;
    this.#taken = taken;
  }

  value(status: number, value: unknown): void {
    const text = JSON.stringify(value);
    if (this.#isUsual(text)) this.#whole(status, beginningOf(status), text);
    else this.#parts(status, valueHeaders, text);
  }

  refusal(rejection: Rejection, more: Headers = []): void {
    const problem = problemOf(rejection, this.#url);
    const headers = [...more, ...problemHeaders(rejection).flat(), ...problemType];
    this.#send(problem.status, headers, JSON.stringify(problem));
  }

  bug(): void {
    this.#send(500, problemType, JSON.stringify(internalError(this.#url)));
  }

  #send(status: number, own: Headers, text: string): void {
    if (!this.#isUsual(text)) return this.#parts(status, own, text);
    this.#whole(status, `${startOf(status)}${linesOf(own)}${dateLineNow()}`, text);
  }

  /** Whether the reply may leave in one write, as ASCII on a connection that stays open. */
  #isUsual(text: string): boolean {
    return this.#exit.stays && ascii.test(text);
  }

  #whole(status: number, beginning: string, text: string): void {
    const { limit, policy } = this.#taken;
    const limits = `RateLimit: ${limit}\r\nRateLimit-Policy: ${policy}\r\n`;
    this.#exit.whole(status, `${beginning}${limits}Content-Length: ${text.length}\r\n\r\n${text}`);
  }

  #parts(status: number, own: Headers, text: string): void {
    const { limit, policy } = this.#taken;
    const body = Buffer.from(text);
    const limits = ['RateLimit', limit, 'RateLimit-Policy', policy];
    this.#exit.parts(status, [...fixed, ...limits, ...own, 'Content-Length', String(body.length)], body);
  }
}
