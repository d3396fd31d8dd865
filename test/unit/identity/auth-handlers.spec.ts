import { expect } from 'chai';
import { contract, type EndpointName, type Me } from '@piazza/shared/contract';
import { authHandlers } from '../../../server/src/api/auth.ts';
import { Refused, type Call } from '../../../server/src/api/handler.ts';
import { ada, codeOf, openIdentity, withAda, type Bench } from './fixture.ts';

type AuthEndpoint = Extract<EndpointName, `auth.${string}`>;

/** A browser that calls the handlers and keeps the cookies it is given. */
const browser = (bench: Bench) => {
  const jar = new Map<string, string>();
  const ages = new Map<string, number>();
  const presented: string[] = [];
  const handlers = authHandlers(bench.identity, async (personId) => {
    presented.push(personId);
    return { id: personId } as Me;
  });
  const call = <N extends AuthEndpoint>(_name: N, body: object): Call<N> =>
    ({
      params: undefined,
      query: undefined,
      body,
      caller: null,
      key: undefined,
      clientAddress: '198.51.100.7',
      cookie: (name: string) => jar.get(name),
      setCookie: (name: string, value: string | null, maxAgeMs: number) => {
        ages.set(name, maxAgeMs);
        if (value === null) jar.delete(name);
        else jar.set(name, value);
      },
    }) as unknown as Call<N>;
  return { jar, ages, presented, handlers, call };
};

describe('the handlers of accounts and sessions', () => {
  it('answer for every endpoint of the feature', async () => {
    const { handlers } = browser(await openIdentity());
    const declared = Object.keys(contract).filter((name) => name.startsWith('auth.'));
    expect(Object.keys(handlers)).to.have.members(declared);
  });

  it('lead from registration to a session, and out again', async () => {
    const bench = await openIdentity();
    const { handlers, call, jar, ages, presented } = browser(bench);
    expect(await handlers['auth.register'](call('auth.register', ada))).to.deep.equal({});
    const token = await bench.token('verify');
    expect(await handlers['auth.verifyEmail'](call('auth.verifyEmail', { token }))).to.deep.equal({});

    const { email, password } = ada;
    const session = await handlers['auth.login'](call('auth.login', { email, password }));
    expect(session).to.have.all.keys('accessToken', 'expiresAt', 'me');
    expect(presented).to.deep.equal([session.me.id]);
    const cookie = jar.get('piazza_refresh')!;
    expect(JSON.stringify(session)).not.to.include(cookie);
    expect(ages.get('piazza_refresh')).to.equal(30 * 86_400_000);

    const refreshed = await handlers['auth.refresh'](call('auth.refresh', {}));
    expect(refreshed.me).to.deep.equal(session.me);
    expect(jar.get('piazza_refresh')).to.be.a('string').and.not.to.equal(cookie);

    expect(await handlers['auth.logout'](call('auth.logout', {}))).to.deep.equal({});
    expect(jar).to.be.empty;
    expect(await codeOf(handlers['auth.refresh'](call('auth.refresh', {})))).to.equal('session_expired');
    expect(bench.identity.sessions.verifyAccess(refreshed.accessToken)).to.deep.equal({
      code: 'session_expired',
    });
  });

  it('reset a password', async () => {
    const bench = await withAda();
    const { handlers, call } = browser(bench);
    const asked = call('auth.requestPasswordReset', { email: ada.email });
    expect(await handlers['auth.requestPasswordReset'](asked)).to.deep.equal({});
    const confirmed = { token: await bench.token('reset'), password: 'una strada in salita' };
    const confirm = handlers['auth.confirmPasswordReset'](call('auth.confirmPasswordReset', confirmed));
    expect(await confirm).to.deep.equal({});
    await bench.login('una strada in salita');
  });

  it('take a cookie back that no longer works', async () => {
    const { handlers, call, jar } = browser(await withAda());
    jar.set('piazza_refresh', 'stale');
    expect(await codeOf(handlers['auth.refresh'](call('auth.refresh', {})))).to.equal('session_expired');
    expect(jar).to.be.empty;
  });

  it('leave the cookie where the refusal was about something else', async () => {
    const bench = await withAda();
    const { handlers, call, jar } = browser(bench);
    const { email, password } = ada;
    await handlers['auth.login'](call('auth.login', { email, password }));
    const busy = authHandlers(bench.identity, () => Promise.reject(new Refused({ code: 'shutting_down' })));
    expect(await codeOf(busy['auth.refresh'](call('auth.refresh', {})))).to.equal('shutting_down');
    await handlers['auth.refresh'](call('auth.refresh', {}));
    expect(jar.get('piazza_refresh')).to.be.a('string');
  });
});
