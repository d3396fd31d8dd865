import compression from 'compression';
import express, { type Express, type Router } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from 'pino';
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
}

/** Every request is worth a line only to who asks for it; what went wrong is worth one always. */
const levelOf = (
  _request: unknown,
  response: { readonly statusCode: number },
  error?: Error,
): 'error' | 'debug' => (error !== undefined || response.statusCode >= 500 ? 'error' : 'debug');

/** The HTTP side of the venue: API, docs, health, metrics and the client, on one port. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  app.use(
    pinoHttp({ logger: options.logger, quietReqLogger: true, quietResLogger: true, customLogLevel: levelOf }),
  );
  app.get('/healthz', (_request, response) => void response.json(options.health()));
  app.get('/metrics', async (_request, response) => {
    response.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
  app.use(securityHeaders());
  app.use(compression());
  app.use('/api/v1', options.docs, options.api);
  app.use(clientFiles(options.clientFolder));
  return app;
}
