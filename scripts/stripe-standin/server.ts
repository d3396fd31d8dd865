import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Api, Answer } from './api.ts';
import { ApiError } from './errors.ts';
import { command } from './commands.ts';
import type { Control } from './control.ts';
import { Params, parseForm } from './form.ts';
import { authenticationPage } from './pages/authenticate.ts';
import { checkoutPage } from './pages/checkout.ts';
import { nowhere, page, type Page } from './pages/html.ts';
import { onboardingPage } from './pages/onboarding.ts';
import { mandatePage } from './pages/mandate.ts';
import { bankTransferPage } from './pages/transfer.ts';
import { apiVersion, type World } from './world.ts';

const longestBody = 1_000_000;

async function bodyOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) throw new Error('The body is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

const header = (message: IncomingMessage, name: string): string | undefined => {
  const value = message.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

function sendAnswer(message: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (answer.cut) {
    message.socket.destroy();
    return;
  }
  const key = header(message, 'idempotency-key');
  const account = header(message, 'stripe-account');
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': answer.requestId,
    'stripe-version': header(message, 'stripe-version') ?? apiVersion,
    ...(key === undefined ? {} : { 'idempotency-key': key, 'original-request': answer.requestId }),
    ...(answer.replayed ? { 'idempotent-replayed': 'true' } : {}),
    ...(account === undefined ? {} : { 'stripe-account': account }),
  });
  response.end(answer.body);
}

function sendPage(response: ServerResponse, sent: Page): void {
  if (sent.kind === 'redirect') response.writeHead(303, { location: sent.to }).end();
  else
    response
      .writeHead(sent.status, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      })
      .end(sent.html);
}

function pageAt(world: World, path: string, params: Params | undefined): Page {
  const [, , kind, id = ''] = path.split('/');
  world.clock.runDue();
  try {
    switch (kind) {
      case 'checkout':
        return checkoutPage(world, id, params);
      case 'authenticate':
        return authenticationPage(world, id, params);
      case 'onboarding':
        return onboardingPage(world, id, params);
      case 'mandate':
        return mandatePage(world, id);
      case 'bank-transfer':
        return bankTransferPage(world, id, params);
      default:
        return nowhere();
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return page('This did not work', `<p>${error.message}</p>`, 400);
  }
}

/** The HTTP server over a world: Stripe's API, its hosted pages, and the control of the stand-in. */
export function serve(world: World, api: Api, control: Control): Server {
  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search, searchParams } = new URL(message.url ?? '/', 'http://standin');
    const method = message.method ?? 'GET';
    const body = await bodyOf(message);
    if (pathname.startsWith('/_standin/')) {
      const reply = await command(control, pathname.slice(10), method, body, searchParams);
      response
        .writeHead(reply.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(reply.body));
    } else if (pathname.startsWith('/hosted/')) {
      const params = method === 'POST' ? new Params(parseForm(body)) : undefined;
      sendPage(response, pageAt(world, pathname, params));
    } else {
      const answer = await api.answer({
        method,
        path: pathname,
        query: search.slice(1),
        body,
        authorization: header(message, 'authorization') ?? '',
        version: header(message, 'stripe-version'),
        account: header(message, 'stripe-account'),
        idempotencyKey: header(message, 'idempotency-key'),
      });
      sendAnswer(message, response, answer);
    }
  };
  return createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      console.error('stand-in of Stripe:', error);
      if (!response.headersSent)
        response.writeHead(500, { 'content-type': 'application/json', 'stripe-should-retry': 'false' });
      const text = error instanceof Error ? error.message : String(error);
      response.end(
        JSON.stringify({ error: { type: 'api_error', message: `The stand-in itself failed: ${text}` } }),
      );
    });
  });
}
