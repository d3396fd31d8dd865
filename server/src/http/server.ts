import { createServer, type Server } from 'node:http';

/** The HTTP server, with an end to everything a slow or silent client could hold open. */
export const createHttpServer = (): Server =>
  createServer({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: 5_000,
  });
