import { expect } from 'chai';
import { castOf, type Cast } from '../support/cast.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { tokenIssuedAt } from '../support/tokens.ts';
import { problemIn, wireTo, type RawReply, type Wire } from '../support/wire.ts';

const json = { 'content-type': 'application/json' };

describe('sessions over HTTP', () => {
  let venue: TestVenue;
  let cast: Cast;
  let wire: Wire;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    wire = wireTo(venue.url);
  });
  after(async () => {
    wire.close();
    await venue.close();
  });

  const signIn = (to: Wire, { email, password }: { email: string; password: string }): Promise<RawReply> =>
    to.send({
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: json,
      body: JSON.stringify({ email, password }),
    });
  const setCookie = (reply: RawReply): string => reply.headers['set-cookie']?.[0] ?? '';
  const cookieOf = (reply: RawReply): string => setCookie(reply).split(';')[0] ?? '';
  const tokenOf = (reply: RawReply): string =>
    (JSON.parse(reply.text) as { accessToken: string }).accessToken;
  const post = (path: string, cookie: string, headers = {}): Promise<RawReply> =>
    wire.send({
      method: 'POST',
      path: `/api/v1/auth/${path}`,
      headers: { cookie, 'x-piazza': '1', ...headers },
    });
  const me = (token: string): Promise<RawReply> =>
    wire.send({ path: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });

  it('keep the refresh token in a cookie no script and no other site can use', async () => {
    const reply = await signIn(wire, cast.ines);
    const cookie = setCookie(reply);
    expect(cookie).to.match(/^piazza_refresh=[^;]{40,};/);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/api/v1/auth']) expect(cookie).to.include(flag);
    expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).to.be.within(86_400, 31 * 86_400);
    expect(cookie, 'over plain HTTP on one machine').not.to.include('Secure');
    expect(reply.text).not.to.include(cookieOf(reply).split('=')[1]);
  });
  it('mark the cookie Secure where the venue is reached over TLS', async () => {
    const secure = await openVenue({ config: { publicUrl: 'https://piazza.example' } });
    const to = wireTo(secure.url);
    const account = { email: 'ada@example.org', password: 'quattro gatti sul tetto' };
    const rest = { displayName: 'Ada', locale: 'it', roles: [] } as const;
    await secure.venue.identity.accounts.createAccount({ ...account, ...rest });
    expect(setCookie(await signIn(to, account))).to.include('Secure');
    to.close();
    await secure.close();
  });
  it('API-8: are renewed and ended only for who can set a header of the venue', async () => {
    const cookie = cookieOf(await signIn(wire, cast.ines));
    for (const path of ['refresh', 'logout'])
      for (const value of [undefined, '', '0', 'true']) {
        const headers = value === undefined ? {} : { 'x-piazza': value };
        const reply = await wire.send({
          method: 'POST',
          path: `/api/v1/auth/${path}`,
          headers: { cookie, ...headers },
        });
        expect(problemIn(reply), `${path} ${value}`).to.include({ code: 'foreign_origin', status: 403 });
      }
    expect((await post('refresh', cookie)).status).to.equal(200);
  });
  it('go on with another token and another cookie after a refresh', async () => {
    const first = await signIn(wire, cast.ines);
    const second = await post('refresh', cookieOf(first));
    expect(second.status).to.equal(200);
    expect(cookieOf(second)).not.to.equal(cookieOf(first));
    expect((await me(tokenOf(second))).status).to.equal(200);
  });
  it('refresh although the old access token, sent along, has run out', async () => {
    const cookie = cookieOf(await signIn(wire, cast.ines));
    const authorization = `Bearer ${await tokenIssuedAt(venue, cast.ines, Date.now() - 3_600_000)}`;
    expect((await post('refresh', cookie, { authorization })).status).to.equal(200);
  });
  it('end at the logout: neither token nor cookie serves any more', async () => {
    const reply = await signIn(wire, cast.ines);
    expect((await me(tokenOf(reply))).status).to.equal(200);
    const out = await post('logout', cookieOf(reply));
    expect(setCookie(out)).to.match(/^piazza_refresh=;.*Max-Age=0/);
    expect(problemIn(await me(tokenOf(reply)))).to.include({ code: 'session_expired' });
    const again = await post('refresh', cookieOf(reply));
    expect(problemIn(again)).to.include({ code: 'session_expired' });
    expect(setCookie(again)).to.include('Max-Age=0');
  });
  it('do not tell an unknown address from a wrong password', async () => {
    const wrong = problemIn(await signIn(wire, { email: cast.ines.email, password: 'un’altra password' }));
    const unknown = problemIn(
      await signIn(wire, { email: 'nobody@example.org', password: 'un’altra password' }),
    );
    expect(wrong).to.deep.equal(unknown).and.to.include({ code: 'wrong_credentials' });
  });
  it('are refused for a while after ten wrong passwords, and say for how long', async () => {
    const attempts = Array.from({ length: 11 }, () =>
      signIn(wire, { email: cast.nora.email, password: 'sbagliata del tutto' }),
    );
    const problems = (await Promise.all(attempts)).map((reply) => ({
      ...problemIn(reply),
      after: reply.headers['retry-after'],
    }));
    const limited = problems.filter(({ code }) => code === 'rate_limited');
    expect(limited).to.have.length.above(0);
    expect(Number(limited[0]?.after)).to.be.within(1, 900);
  });
});
