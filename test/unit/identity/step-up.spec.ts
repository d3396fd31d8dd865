import { expect } from 'chai';
import { deviceOf } from '../../../server/src/identity/devices.ts';
import { Authenticator } from '../../support/authenticator.ts';
import { codeAt } from '../../support/one-time-codes.ts';
import { ada, codeOf, MINUTE_MS, rejectionOf, withAda } from './fixture.ts';

const password = { kind: 'password', password: ada.password } as const;

describe('SEC-4: a fresh proof', () => {
  it('is what a sign-in gives, for five minutes, and a later proof again', async () => {
    const bench = await withAda();
    const { stepUp } = bench.identity;
    const signedIn = await bench.login();
    expect(await stepUp.freshUntil(signedIn)).to.equal(bench.clock.now + 5 * MINUTE_MS);
    bench.clock.now += 5 * MINUTE_MS - 1;
    await stepUp.requireFresh(signedIn);
    bench.clock.now += 1;
    expect(await stepUp.freshUntil(signedIn)).to.equal(null);
    expect(await rejectionOf(stepUp.requireFresh(signedIn))).to.deep.equal({
      code: 'step_up_needed',
      detail: { methods: ['password'] },
    });
    expect(await stepUp.prove(signedIn, password)).to.equal(bench.clock.now + 5 * MINUTE_MS);
    await stepUp.requireFresh(signedIn);
  });

  it('is of one session: a refresh keeps it and does not renew it, another sign-in has its own', async () => {
    const bench = await withAda();
    const { stepUp, sessions } = bench.identity;
    const first = await bench.login();
    bench.clock.now += 3 * MINUTE_MS;
    const refreshed = await sessions.refresh(first.refreshToken);
    const second = await bench.login();
    bench.clock.now += 3 * MINUTE_MS;
    expect(await codeOf(stepUp.requireFresh(refreshed))).to.equal('step_up_needed');
    await stepUp.requireFresh(second);
    await stepUp.prove(second, password);
    expect(await codeOf(stepUp.requireFresh(first))).to.equal('step_up_needed');
  });

  it('asks for the second factor where one is on, and the password no longer does', async () => {
    const bench = await withAda();
    const { stepUp, twoFactor } = bench.identity;
    const signedIn = await bench.login();
    const { secret } = await twoFactor.begin(bench.adaId);
    await twoFactor.confirm(bench.adaId, codeAt(secret, bench.clock.now));
    bench.clock.now += 6 * MINUTE_MS;
    expect(await rejectionOf(stepUp.prove(signedIn, password))).to.deep.equal({
      code: 'step_up_needed',
      detail: { methods: ['code'] },
    });
    const code = codeAt(secret, bench.clock.now);
    expect(await codeOf(stepUp.prove(signedIn, { kind: 'code', code: '000000' }))).to.equal('code_wrong');
    await stepUp.prove(signedIn, { kind: 'code', code });
    expect(await codeOf(stepUp.prove(signedIn, { kind: 'code', code }))).to.equal('code_wrong');
  });

  it('may be a passkey of one’s own', async () => {
    const bench = await withAda();
    const { stepUp, passkeys } = bench.identity;
    const signedIn = await bench.login();
    const device = new Authenticator('https://piazza.example');
    const begun = await passkeys.begin(bench.adaId);
    await passkeys.add(bench.adaId, begun.ceremony, device.create(begun.options), 'Laptop');
    bench.clock.now += 6 * MINUTE_MS;
    const { ceremony, options } = await stepUp.askPasskey(signedIn);
    const credential = device.get(options);
    expect((await rejectionOf(stepUp.requireFresh(signedIn))).detail).to.deep.equal({
      methods: ['password', 'passkey'],
    });
    await stepUp.prove(signedIn, { kind: 'passkey', ceremony, credential });
    await stepUp.requireFresh(signedIn);
  });

  it('bears ten wrong ones, and is nothing for a session that has ended', async () => {
    const bench = await withAda();
    const { stepUp, sessions } = bench.identity;
    const signedIn = await bench.login();
    for (let tries = 0; tries < 10; tries += 1)
      expect(await codeOf(stepUp.prove(signedIn, { kind: 'password', password: 'wrong' }))).to.equal(
        'wrong_credentials',
      );
    expect(await codeOf(stepUp.prove(signedIn, password))).to.equal('rate_limited');
    bench.clock.now += 15 * MINUTE_MS;
    await sessions.logout(signedIn.refreshToken);
    expect(await codeOf(stepUp.prove(signedIn, password))).to.equal('session_expired');
    expect(await codeOf(stepUp.requireFresh(signedIn))).to.equal('step_up_needed');
  });
});

describe('SEC-5: sessions', () => {
  it('are listed with coarse words of their device, and end one by one', async () => {
    const bench = await withAda();
    const { login, sessions } = bench.identity;
    const enter = (userAgent: string) => login({ ...ada, clientAddress: '192.0.2.1', userAgent });
    const first = await enter('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
    bench.clock.now += MINUTE_MS;
    const second = await enter('curl/8');
    const list = await sessions.list(bench.adaId);
    expect(list.map(({ device }) => device)).to.deep.equal([
      { browser: 'firefox', system: 'linux' },
      { browser: 'other', system: 'other' },
    ]);
    await sessions.end(bench.adaId, [first.sessionId]);
    expect(sessions.verifyAccess(first.accessToken)).to.deep.equal({ code: 'session_expired' });
    expect(sessions.verifyAccess(second.accessToken)).to.include({ personId: bench.adaId });
  });

  it('of somebody else are nobody’s to end', async () => {
    const bench = await withAda();
    const signedIn = await bench.login();
    await bench.identity.sessions.end('per_zz' as never, [signedIn.sessionId]);
    expect(bench.identity.sessions.verifyAccess(signedIn.accessToken)).to.include({ personId: bench.adaId });
  });

  for (const [agent, browser, system] of [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'chrome',
      'android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'safari',
      'ios',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 OPR/120.0',
      'opera',
      'macos',
    ],
    ['', 'other', 'other'],
  ] as const)
    it(`know ${browser} on ${system}`, () => {
      expect(deviceOf(agent)).to.deep.equal({ browser, system });
    });
});
