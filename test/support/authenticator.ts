import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id?: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
  readonly allowCredentials?: readonly { readonly id: string }[];
}
interface Key {
  readonly id: Buffer;
  readonly privateKey: KeyObject;
  readonly rpId: string;
  counter: number;
}
/** What a test may do wrong on purpose. */
export interface Lies {
  readonly origin?: string;
  readonly challenge?: string;
  readonly rpId?: string;
  /** Nobody touched or unlocked it. */
  readonly unverified?: boolean;
  readonly counter?: number;
  /** Signs with a key of its own. */
  readonly forged?: boolean;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/**
 * A security key in software (ES256, attestation `none`), which answers the options of the venue as a browser would:
 * made straight from WebAuthn's byte layouts, so that the server is not tested against itself.
 */
export class Authenticator {
  readonly #keys: Key[] = [];
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  #clientData(type: string, options: Options, lies: Lies): Buffer {
    const challenge = lies.challenge ?? options.challenge;
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: lies.origin ?? this.#origin, crossOrigin: false }),
    );
  }

  #authData(rpId: string, counter: number, flags: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }

  /** Answers `navigator.credentials.create` with JSON. */
  create(json: string, lies: Lies = {}): string {
    const options = JSON.parse(json) as Options;
    const rpId = lies.rpId ?? options.rp?.id ?? '';
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const id = randomBytes(16);
    // COSE (RFC 9053): EC2, ES256, P-256.
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    );
    const flags = ATTESTED | PRESENT | (lies.unverified === true ? 0 : VERIFIED);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const authData = Buffer.concat([this.#authData(rpId, 0, flags), Buffer.alloc(16), length, id, cose]);
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    );
    this.#keys.push({ id, privateKey, rpId, counter: 0 });
    return JSON.stringify({
      id: text(id),
      rawId: text(id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(this.#clientData('webauthn.create', options, lies)),
        attestationObject: text(attestation),
        transports: ['internal'],
      },
    });
  }

  /** Answers `navigator.credentials.get` with JSON, with the newest key that is allowed. */
  get(json: string, lies: Lies = {}): string {
    const options = JSON.parse(json) as Options;
    const allowed = (options.allowCredentials ?? []).map(({ id }) => id);
    const key = this.#keys.findLast(({ id }) => allowed.length === 0 || allowed.includes(text(id)));
    if (key === undefined) throw new Error('this authenticator has no such key');
    key.counter = lies.counter ?? key.counter + 1;
    const clientData = this.#clientData('webauthn.get', options, lies);
    const flags = PRESENT | (lies.unverified === true ? 0 : VERIFIED);
    const authData = this.#authData(lies.rpId ?? key.rpId, key.counter, flags);
    const signer =
      lies.forged === true ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : key.privateKey;
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), signer);
    return JSON.stringify({
      id: text(key.id),
      rawId: text(key.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(clientData),
        authenticatorData: text(authData),
        signature: text(signature),
      },
    });
  }
}
