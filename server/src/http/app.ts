import { STATUS_CODES } from 'node:http';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
import { noSuchPath } from '../api/kit/router.ts';
import { clientFiles, securityHeaders } from './client-files.ts';
import type { Metrics } from './metrics.ts';

export interface AppOptions {
  readonly api: Router;
  readonly docs: Router;
  readonly metrics: Metrics;
  readonly health: () => object;
  readonly clientFolder: string;
  readonly logger: Logger;
  readonly trustProxy: boolean;
  /** Takes the payment provider's messages; absent where there is none. */
  readonly webhook?: RequestHandler;
}

/** What the venue answers while it is closing: a refusal like others, whatever its number says. */
const closing = 503;

/** Every request is worth a line only to who asks for it; what went wrong is worth one always. */
const levelOf = (
  _request: unknown,
  { statusCode }: { readonly statusCode: number },
  error?: Error,
): 'error' | 'debug' =>
  statusCode !== closing && (error !== undefined || statusCode >= 500) ? 'error' : 'debug';

/** What no route has answered, in as few words as there are. */
const nothingHere: express.RequestHandler = (_request, response) =>
  void response.status(404).type('text/plain').send('Not found\n');

/** The last word on a request that went wrong outside the API: never a stack. */
const lastWord =
  (logger: Logger): ErrorRequestHandler =>
  (error: { readonly status?: number }, _request, response, next) => {
    const status = error.status !== undefined && error.status < 500 ? error.status : 500;
    if (status === 500) logger.error({ err: error }, 'a bug');
    if (response.headersSent) next(error);
    else
      response
        .status(status)
        .type('text/plain')
        .send(`${STATUS_CODES[status] ?? 'Error'}\n`);
  };

/** The HTTP side of the venue: API, docs, health, metrics and the client, on one port. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  // One proxy, the venue's own: what a client writes before it in X-Forwarded-For counts for nothing.
  app.set('trust proxy', options.trustProxy ? 1 : false);
  // Replies of the API are not stored anywhere, so nothing is asked for again by its tag.
  app.set('etag', false);
  app.set('query parser', 'simple');
  // Ahead of the log: neither its bodies nor its signatures are anybody's to read there.
  if (options.webhook !== undefined) app.post('/webhooks/stripe', options.webhook);
  app.use(
    pinoHttp({ logger: options.logger, quietReqLogger: true, quietResLogger: true, customLogLevel: levelOf }),
  );
  app.use(securityHeaders());
  app.get('/healthz', (_request, response) => void response.json(options.health()));
  app.get('/metrics', async (_request, response) => {
    response.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
  app.use(compression());
  app.use('/api/v1', options.docs, options.api);
  app.use('/api', noSuchPath);
  app.use(clientFiles(options.clientFolder));
  app.use(nothingHere, lastWord(options.logger));
  return app;
}
