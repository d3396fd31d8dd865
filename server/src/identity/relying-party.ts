/** Who passkeys are made for: the venue's name on the web, and the origins they may be used from. */
export interface RelyingParty {
  readonly id: string;
  readonly origins: readonly string[];
}

const loopback = /^(?:127(?:\.\d+){3}|\[::1\])$/;

/**
 * The party of a public address. Passkeys belong to names and never to numbers (WebAuthn § 5.1.2), so a venue at a
 * loopback address is known by `localhost`.
 */
export const relyingPartyOf = (publicUrl: string): RelyingParty => {
  const url = new URL(publicUrl);
  const origin = (hostname: string): string =>
    `${url.protocol}//${hostname}${url.port === '' ? '' : `:${url.port}`}`;
  const id = loopback.test(url.hostname) ? 'localhost' : url.hostname;
  return { id, origins: [origin(id)] };
};
