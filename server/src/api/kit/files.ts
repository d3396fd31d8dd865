import { pipeline, Readable } from 'node:stream';
import type { EndpointRecord, File } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import express, { type Response } from 'express';
import { Refused, type Principal, type StreamedFile } from '../handler.ts';
import { requireAccess } from './authorize.ts';

/**
 * What stands before an endpoint that takes a file. Who asks comes first here: a body of megabytes is read from nobody
 * who may not send it.
 */
export function filesOnly(
  endpoint: EndpointRecord,
  authenticate: (accessToken: string) => Principal,
  limit: number,
): express.RequestHandler[] {
  const allowed: express.RequestHandler = (request, _response, next) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    requireAccess(endpoint.access, token === undefined ? null : authenticate(token));
    const { headers } = request;
    const carriesBody = Number(headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in headers;
    if (carriesBody && request.is('application/octet-stream') === false)
      throw new Refused(reject('unsupported_media_type'));
    next();
  };
  return [allowed, express.raw({ type: () => true, limit, inflate: false })];
}

/** The name for the header: RFC 6266 with the extended form of RFC 8187, and plain letters for who reads only those. */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  const extended = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}

/** Sends a file to be kept: never shown in the venue's place, never run, never taken for another kind. */
export function sendFile(
  response: Response,
  { status, media = 'application/octet-stream' }: EndpointRecord,
  reply: unknown,
): void {
  const answer = reply as File | StreamedFile;
  response.setHeader('Content-Disposition', disposition(answer.name));
  response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.status(status).type(media);
  if ('pieces' in answer) {
    // What goes wrong on the way cuts the file short: the connection breaks, so that nobody takes it for whole.
    pipeline(Readable.from(answer.pieces), response, () => undefined);
    return;
  }
  const { bytes } = answer;
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
