import { expect } from 'chai';
import { unknownDevice } from '../../../server/src/identity/devices.ts';
import { HOUR_MS, DAY_MS, MINUTE_MS, ada, codeOf, openIdentity, withAda, type Bench } from './fixture.ts';

const GRACE_MS = 10_000;
const refresh = (bench: Bench, token: string) => bench.identity.sessions.refresh(token);
const works = (bench: Bench, accessToken: string) =>
  !('code' in bench.identity.sessions.verifyAccess(accessToken));

describe('refreshing a session', () => {
  it('gives a new access token and another refresh token, in the same session', async () => {
    const bench = await withAda();
    const first = await bench.login();
    bench.clock.now += 9 * MINUTE_MS;
    const second = await refresh(bench, first.refreshToken);
    expect(second).to.include({ personId: bench.adaId, sessionId: first.sessionId });
    expect(second.refreshToken).not.to.equal(first.refreshToken);
    expect(second.expiresAt).to.equal(bench.clock.now + 10 * MINUTE_MS);
    expect(second.refreshMaxAgeMs).to.equal(30 * DAY_MS - 9 * MINUTE_MS);
    expect(works(bench, second.accessToken)).to.be.true;
  });

  it('goes on over a restart', async () => {
    const bench = await withAda();
    const { refreshToken } = await bench.login();
    const restarted = await openIdentity(bench);
    expect(works(restarted, (await refresh(restarted, refreshToken)).accessToken)).to.be.true;
  });

  it('ends thirty days after the sign-in, however often it was refreshed', async () => {
    const bench = await withAda();
    let { refreshToken } = await bench.login();
    for (let day = 0; day < 29; day += 1) {
      bench.clock.now += DAY_MS;
      refreshToken = (await refresh(bench, refreshToken)).refreshToken;
    }
    bench.clock.now += DAY_MS - MINUTE_MS;
    const last = await refresh(bench, refreshToken);
    expect(last.expiresAt).to.equal(bench.clock.now + MINUTE_MS, 'no access token outlives its session');
    bench.clock.now += MINUTE_MS;
    expect(await codeOf(refresh(bench, last.refreshToken))).to.equal('session_expired');
  });

  it('refuses what is no token of ours', async () => {
    const bench = await withAda();
    const { refreshToken, sessionId } = await bench.login();
    const foreign = [
      '',
      'x',
      sessionId,
      `${refreshToken}.x`,
      `per_1.${'A'.repeat(22)}.${'A'.repeat(43)}`,
      '..',
      '../..',
    ];
    for (const token of foreign)
      expect(await codeOf(refresh(bench, token)), token).to.equal('session_expired');
    expect(await codeOf(bench.identity.sessions.refresh(undefined))).to.equal('session_expired');
    await refresh(bench, refreshToken);
  });
});

describe('ACC-2: a refresh token used twice', () => {
  it('after the grace ends the whole session: both the thief and the owner are out', async () => {
    const bench = await withAda();
    const stolen = (await bench.login()).refreshToken;
    const owner = await refresh(bench, stolen);
    bench.clock.now += GRACE_MS + 1;

    expect(await codeOf(refresh(bench, stolen))).to.equal('session_expired');
    expect(await codeOf(refresh(bench, owner.refreshToken))).to.equal('session_expired');
    expect(works(bench, owner.accessToken)).to.be.false;
  });

  it('ends that session only', async () => {
    const bench = await withAda();
    const [phone, laptop] = [await bench.login(), await bench.login()];
    await refresh(bench, phone.refreshToken);
    bench.clock.now += GRACE_MS + 1;
    await codeOf(refresh(bench, phone.refreshToken));
    expect(works(bench, laptop.accessToken)).to.be.true;
    await refresh(bench, laptop.refreshToken);
  });

  it('by two tabs at once keeps both signed in, whichever cookie the browser keeps', async () => {
    for (const kept of [0, 1] as const) {
      const bench = await withAda();
      const { refreshToken } = await bench.login();
      const tabs = await Promise.all([refresh(bench, refreshToken), refresh(bench, refreshToken)]);
      expect(tabs.every((tab) => works(bench, tab.accessToken))).to.be.true;
      expect(tabs[0].refreshToken).not.to.equal(tabs[1].refreshToken, 'no token is given out twice');
      bench.clock.now += 9 * MINUTE_MS;
      await refresh(bench, tabs[kept].refreshToken);
    }
  });

  it('by a page that was reloaded before the answer came keeps it signed in', async () => {
    const bench = await withAda();
    const { refreshToken } = await bench.login();
    await refresh(bench, refreshToken);
    bench.clock.now += GRACE_MS;
    const again = await refresh(bench, refreshToken);
    bench.clock.now += 9 * MINUTE_MS;
    await refresh(bench, again.refreshToken);
  });

  it('lets nobody share a session: once one sibling is used the other ends it', async () => {
    const bench = await withAda();
    const { refreshToken } = await bench.login();
    const owner = await refresh(bench, refreshToken);
    const thief = await refresh(bench, refreshToken);
    const next = await refresh(bench, owner.refreshToken);

    expect(await codeOf(refresh(bench, thief.refreshToken))).to.equal('session_expired');
    expect(await codeOf(refresh(bench, next.refreshToken))).to.equal('session_expired');
    expect([owner, thief, next].some((one) => works(bench, one.accessToken))).to.be.false;
  });

  it('is no grace for a token older than the last one', async () => {
    const bench = await withAda();
    const first = (await bench.login()).refreshToken;
    const second = await refresh(bench, first);
    await refresh(bench, second.refreshToken);
    expect(await codeOf(refresh(bench, first))).to.equal('session_expired');
  });

  it('has a bounded number of successors', async () => {
    const bench = await withAda();
    const { refreshToken } = await bench.login();
    await refresh(bench, refreshToken);
    for (let tab = 0; tab < 7; tab += 1) await refresh(bench, refreshToken);
    expect(await codeOf(refresh(bench, refreshToken))).to.equal('session_expired');
  });

  it('in a storm of tabs never leaves two lines of one session alive', async () => {
    const bench = await withAda();
    const { refreshToken } = await bench.login();
    const tabs = await Promise.all(Array.from({ length: 6 }, () => refresh(bench, refreshToken)));
    const used = await Promise.allSettled(tabs.map((tab) => refresh(bench, tab.refreshToken)));
    expect(used.filter((outcome) => outcome.status === 'fulfilled')).to.have.length(1);
    expect(await bench.identity.sessions.list(bench.adaId)).to.be.empty;
  });
});

describe('the end of a session', () => {
  it('by logging out stops its tokens at once and tells who listens', async () => {
    const bench = await withAda();
    const ended: unknown[] = [];
    const stop = bench.identity.sessions.onRevoked((revocation) => ended.push(revocation));
    const [phone, laptop] = [await bench.login(), await bench.login()];
    await bench.identity.sessions.logout(phone.refreshToken);

    expect(bench.identity.sessions.verifyAccess(phone.accessToken)).to.deep.equal({
      code: 'session_expired',
    });
    expect(await codeOf(refresh(bench, phone.refreshToken))).to.equal('session_expired');
    expect(works(bench, laptop.accessToken)).to.be.true;
    expect(ended).to.deep.equal([{ sessionId: phone.sessionId, personId: bench.adaId, reason: 'logout' }]);

    stop();
    await bench.identity.sessions.logout(laptop.refreshToken);
    expect(ended).to.have.length(1);
  });

  it('is nothing to somebody without one', async () => {
    const bench = await withAda();
    await bench.identity.sessions.logout(undefined);
    await bench.identity.sessions.logout('nonsense');
  });

  it('holds over a restart for as long as access tokens live', async () => {
    const bench = await withAda();
    const { accessToken, refreshToken } = await bench.login();
    await bench.identity.sessions.logout(refreshToken);
    const restarted = await openIdentity(bench);
    expect(works(restarted, accessToken)).to.be.false;
  });

  it('comes to all of a person at once, and to nobody else', async () => {
    const bench = await withAda();
    const other = { ...ada, email: 'bruno@example.org', roles: ['investor'] as const };
    await bench.identity.accounts.createAccount(other);
    const bruno = await bench.identity.login({ ...other, clientAddress: '192.0.2.1' });
    const hers = [await bench.login(), await bench.login()];
    expect(await bench.identity.sessions.list(bench.adaId)).to.have.length(2);

    await bench.identity.sessions.revokeAll(bench.adaId, 'suspension');

    expect(hers.some((session) => works(bench, session.accessToken))).to.be.false;
    expect(await bench.identity.sessions.list(bench.adaId)).to.be.empty;
    expect(works(bench, bruno.accessToken)).to.be.true;
    await refresh(bench, bruno.refreshToken);
  });

  it('comes to a suspended person at the next refresh', async () => {
    const bench = await withAda();
    const { refreshToken, accessToken } = await bench.login();
    bench.people.suspended.add(bench.adaId);
    expect(await codeOf(refresh(bench, refreshToken))).to.equal('session_expired');
    expect(works(bench, accessToken)).to.be.false;
  });

  it('wins against a refresh at the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const bench = await withAda();
      const { refreshToken } = await bench.login();
      const racing = refresh(bench, refreshToken).catch(() => undefined);
      await bench.identity.sessions.revokeAll(bench.adaId, 'password_reset');
      const survivor = await racing;
      expect(survivor !== undefined && works(bench, survivor.accessToken)).to.be.false;
      expect(await bench.identity.sessions.list(bench.adaId)).to.be.empty;
    }
  });
});

describe('the list of sessions', () => {
  it('shows when each began, was refreshed and ends, the oldest first', async () => {
    const bench = await withAda();
    const begun = bench.clock.now;
    const phone = await bench.login();
    bench.clock.now += HOUR_MS;
    const laptop = await bench.login();
    await refresh(bench, phone.refreshToken);
    expect(await bench.identity.sessions.list(bench.adaId)).to.deep.equal([
      {
        sessionId: phone.sessionId,
        createdAt: begun,
        refreshedAt: begun + HOUR_MS,
        expiresAt: begun + 30 * DAY_MS,
        device: unknownDevice,
      },
      {
        sessionId: laptop.sessionId,
        createdAt: begun + HOUR_MS,
        refreshedAt: begun + HOUR_MS,
        expiresAt: begun + HOUR_MS + 30 * DAY_MS,
        device: unknownDevice,
      },
    ]);
  });

  it('does not mix people whose ids begin alike', async () => {
    const bench = await openIdentity();
    for (let count = 0; count < 38; count += 1) {
      bench.people.persons.set(`per_${count.toString(36)}` as never, {} as never);
    }
    const { role, ...account } = ada;
    const long = await bench.identity.accounts.createAccount({ ...account, roles: [role] });
    await bench.login();
    expect(long).to.equal('per_13');
    expect(await bench.identity.sessions.list('per_1' as never)).to.be.empty;
    expect(await bench.identity.sessions.list(long)).to.have.length(1);
  });
});
