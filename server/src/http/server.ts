import { createServer, type Server, type ServerResponse } from 'node:http';
import { WholeRequest, WholeResponse } from './messages.ts';

/** How long a connection may stay open with nothing on it. */
export const keepAliveMs = 10_000;

/** The HTTP server, with an end to everything a slow or silent client could hold open. */
export const createHttpServer = (): Server =>
  createServer({
    IncomingMessage: WholeRequest,
    ServerResponse: WholeResponse as typeof ServerResponse,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: 5_000,
  });
