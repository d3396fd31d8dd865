import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

const VERSION = 1;
const FIXED_BYTES = 11;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What an envelope tells without a key: whose it is and when it was made, so that it can be swept. */
export interface EnvelopeHeader {
  readonly subject: string;
  /** Real time, milliseconds. */
  readonly createdAt: number;
}

// version (1) · createdAt (8, big endian) · length of subject (2) · subject
const encodeHeader = (header: EnvelopeHeader): Buffer => {
  const subject = Buffer.from(header.subject, 'utf8');
  const bytes = Buffer.alloc(FIXED_BYTES + subject.length);
  bytes.writeUInt8(VERSION, 0);
  bytes.writeBigUInt64BE(BigInt(header.createdAt), 1);
  bytes.writeUInt16BE(subject.length, 9);
  subject.copy(bytes, FIXED_BYTES);
  return bytes;
};

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const headerLength = (bytes: Buffer): number => {
  if (bytes.length < FIXED_BYTES || bytes.readUInt8(0) !== VERSION) throw new Error('Not a sealed envelope');
  return FIXED_BYTES + bytes.readUInt16BE(9);
};

/** @throws Error when the bytes are no envelope of this version. */
export const readHeader = (envelope: Uint8Array): EnvelopeHeader => {
  const bytes = view(envelope);
  return {
    subject: bytes.toString('utf8', FIXED_BYTES, headerLength(bytes)),
    createdAt: Number(bytes.readBigUInt64BE(1)),
  };
};

/**
 * AES-256-GCM under the subject's key. The header and `context` (the place it is kept at) are authenticated, so an
 * envelope moved to another place or given to another subject does not open.
 */
export const sealEnvelope = (
  key: KeyObject,
  header: EnvelopeHeader,
  context: string,
  iv: Uint8Array,
  plain: Uint8Array,
): Uint8Array => {
  const head = encodeHeader(header);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.concat([head, Buffer.from(context, 'utf8')]));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, iv, cipher.getAuthTag(), body]);
};

/** @throws Error when a byte, the context or the key is not what it was sealed with. */
export const openEnvelope = (key: KeyObject, context: string, envelope: Uint8Array): Buffer => {
  const bytes = view(envelope);
  const ivAt = headerLength(bytes);
  const tagAt = ivAt + IV_BYTES;
  const bodyAt = tagAt + TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(ivAt, tagAt), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.concat([bytes.subarray(0, ivAt), Buffer.from(context, 'utf8')]));
  decipher.setAuthTag(bytes.subarray(tagAt, bodyAt));
  return Buffer.concat([decipher.update(bytes.subarray(bodyAt)), decipher.final()]);
};
