import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import helmet from 'helmet';

const nonceMark = '__CSP_NONCE__';

/** Everything from the venue's own origin; styles that the client makes at run time carry the nonce of their page. */
export function securityHeaders(): RequestHandler {
  return (request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals['nonce'] = nonce;
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", `'nonce-${nonce}'`],
          // Component libraries place things by style attributes; those cannot run anything.
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      xFrameOptions: { action: 'deny' },
      // The venue is served over plain HTTP on one machine, and over TLS behind a proxy that sets this itself.
      strictTransportSecurity: false,
    })(request, response, next);
  };
}

/** The same headers for replies that are no pages, as names and values in turn: nothing they bring may load or run anything. */
export function fixedHeaders(): string[] {
  const kept = new Map<string, string>();
  const response = {
    locals: {},
    setHeader: (name: string, value: string) => void kept.set(name, value),
    removeHeader: () => undefined,
  };
  securityHeaders()({} as never, response as never, () => undefined);
  kept.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  return [...kept].flat();
}

/** The built client: hashed files for a year, the page fresh each time with its nonce. */
export function clientFiles(folder: string): Router {
  const router = express.Router();
  const page = join(folder, 'index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : undefined;
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
      fallthrough: false,
    }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get('/{*path}', (request, response, next) => {
    // A file that is not there is not the page of the client.
    if (request.accepts('html') === false || /\.\w+$/.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    if (html === undefined)
      response.status(503).type('text/plain').send('The client is not built. Run: npm start\n');
    else response.type('html').send(html.replaceAll(nonceMark, response.locals['nonce'] as string));
  });
  return router;
}
