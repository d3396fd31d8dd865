import { generateSecret, generateURI, verifySync } from 'otplib';
import { toString as drawQr } from 'qrcode';

const ISSUER = 'Piazza';
const PERIOD_S = 30;

/** What an app for one-time codes needs to begin: the secret as text, as a link, and as a picture. */
export interface TotpInvitation {
  /** Base32. */
  readonly secret: string;
  /** otpauth:// */
  readonly uri: string;
  /** The link as a QR code, black on white. */
  readonly svg: string;
}

/** 160 random bits, as RFC 4226 § 4 recommends. */
export const mintTotpSecret = (): string => generateSecret({ length: 20 });

export const inviteToTotp = async (secret: string, email: string): Promise<TotpInvitation> => {
  const uri = generateURI({ issuer: ISSUER, label: email, secret, period: PERIOD_S });
  const svg = await drawQr(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return { secret, uri, svg };
};

/**
 * The time step whose code it is; undefined when it is none. A step either way is let in for clocks that differ
 * (RFC 6238 § 5.2), and none at or before `after`: a code is good once.
 */
export const stepOfCode = (
  secret: string,
  code: string,
  nowMs: number,
  after: number,
): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined;
  const outcome = verifySync({
    secret,
    token: code,
    epoch: Math.floor(nowMs / 1_000),
    period: PERIOD_S,
    epochTolerance: PERIOD_S,
    ...(after < 0 ? {} : { afterTimeStep: after }),
  });
  return outcome.valid && 'timeStep' in outcome ? outcome.timeStep : undefined;
};
