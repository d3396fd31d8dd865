import { expect } from 'chai';
import type { PersonId } from '@piazza/shared/values';
import { codeAt } from '../../support/one-time-codes.ts';
import { ada, codeOf, HOUR_MS, MINUTE_MS, rejectionOf, withAda, type Bench } from './fixture.ts';

const STEP_MS = 30_000;
type Kept = Bench & { readonly adaId: PersonId };

/** Turns it on; the code it took is spent. */
const turnOn = async (bench: Kept) => {
  const { twoFactor } = bench.identity;
  const { secret } = await twoFactor.begin(bench.adaId);
  const recoveryCodes = await twoFactor.confirm(bench.adaId, codeAt(secret, bench.clock.now));
  bench.clock.now += STEP_MS;
  return { secret, recoveryCodes };
};

/** The token of the second step. */
const password = async (bench: Bench): Promise<string> => {
  const { code, detail } = await rejectionOf(bench.login());
  expect(code).to.equal('second_factor_needed');
  return String(detail?.['pending']);
};

describe('SEC-1: two-factor sign-in', () => {
  it('begins with a secret as text, as a link and as a picture, and counts from the first code', async () => {
    const bench = await withAda();
    const { twoFactor } = bench.identity;
    const { secret, uri, svg } = await twoFactor.begin(bench.adaId);
    expect(secret).to.match(/^[A-Z2-7]{32}$/);
    expect(uri)
      .to.match(/^otpauth:\/\/totp\/Piazza(?::|%3A)ada\.bianchi(?:@|%40)example\.org\?/)
      .and.include(secret);
    expect(svg).to.match(/^<svg[^>]*>/);
    await bench.login();
    for (const code of ['000000', 'aaaaaa', '0000000', 'abcd-efgh-jkmn', '１２３４５６'])
      expect(await codeOf(twoFactor.confirm(bench.adaId, code)), code).to.equal('code_wrong');
    expect(await twoFactor.view(bench.adaId)).to.deep.equal({ since: null, recoveryCodesLeft: 0 });
    const codes = await twoFactor.confirm(bench.adaId, codeAt(secret, bench.clock.now));
    expect(new Set(codes).size).to.equal(10);
    expect(await twoFactor.view(bench.adaId)).to.deep.equal({
      since: bench.clock.now,
      recoveryCodesLeft: 10,
    });
    expect(await codeOf(twoFactor.begin(bench.adaId))).to.equal('two_factor_on');
  });

  it('asks for a code after the password, and tells with what it can be answered', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const { detail } = await rejectionOf(bench.login());
    expect(detail?.['methods']).to.deep.equal(['code']);
    const pending = String(detail?.['pending']);
    const signedIn = await bench.identity.secondStep.byCode(pending, codeAt(secret, bench.clock.now));
    expect(bench.identity.sessions.verifyAccess(signedIn.accessToken)).to.include({ personId: bench.adaId });
    expect(await codeOf(bench.login('not the password'))).to.equal('wrong_credentials');
  });

  it('takes the code of the step before and after for a clock that differs, and none further off', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    bench.clock.now += HOUR_MS;
    for (const [offset, outcome] of [
      [-2 * STEP_MS, 'code_wrong'],
      [2 * STEP_MS, 'code_wrong'],
    ] as const) {
      const tried = bench.identity.secondStep.byCode(
        await password(bench),
        codeAt(secret, bench.clock.now + offset),
      );
      expect(await codeOf(tried), String(offset)).to.equal(outcome);
    }
    for (const offset of [-STEP_MS, 0, STEP_MS])
      await bench.identity.secondStep.byCode(await password(bench), codeAt(secret, bench.clock.now + offset));
  });

  it('takes each code once: neither again nor an older one, nor two at one moment', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const code = codeAt(secret, bench.clock.now);
    const [one, other] = [await password(bench), await password(bench)];
    const outcomes = await Promise.allSettled([
      bench.identity.secondStep.byCode(one, code),
      bench.identity.secondStep.byCode(other, code),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(await codeOf(bench.identity.secondStep.byCode(await password(bench), code))).to.equal(
      'code_wrong',
    );
    const older = codeAt(secret, bench.clock.now - STEP_MS);
    expect(await codeOf(bench.identity.secondStep.byCode(await password(bench), older))).to.equal(
      'code_wrong',
    );
  });

  it('lets a recovery code in once, however it is written', async () => {
    const bench = await withAda();
    const { recoveryCodes } = await turnOn(bench);
    const [code = ''] = recoveryCodes;
    const written = code.toUpperCase().replaceAll('-', ' ');
    await bench.identity.secondStep.byCode(await password(bench), written);
    expect(await codeOf(bench.identity.secondStep.byCode(await password(bench), code))).to.equal(
      'code_wrong',
    );
    expect((await bench.identity.twoFactor.view(bench.adaId)).recoveryCodesLeft).to.equal(9);
    const fresh = await bench.identity.twoFactor.renewRecoveryCodes(bench.adaId);
    expect(await codeOf(bench.identity.secondStep.byCode(await password(bench), recoveryCodes[1]!))).to.equal(
      'code_wrong',
    );
    await bench.identity.secondStep.byCode(await password(bench), fresh[0]!);
  });

  it('is turned off with a code', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const { twoFactor } = bench.identity;
    expect(await codeOf(twoFactor.disable(bench.adaId, '000000'))).to.equal('code_wrong');
    await twoFactor.disable(bench.adaId, codeAt(secret, bench.clock.now));
    await bench.login();
    expect(await codeOf(twoFactor.disable(bench.adaId, '000000'))).to.equal('two_factor_off');
    expect(await codeOf(twoFactor.renewRecoveryCodes(bench.adaId))).to.equal('two_factor_off');
    expect(await codeOf(twoFactor.confirm(bench.adaId, '000000'))).to.equal('two_factor_off');
  });

  it('keeps neither secret nor recovery code in clear', async () => {
    const bench = await withAda();
    const { secret, recoveryCodes } = await turnOn(bench);
    const kept = Buffer.concat([...bench.medium.entries.values()].map(({ value }) => Buffer.from(value)));
    for (const word of [secret, ...recoveryCodes, ...recoveryCodes.map((one) => one.replaceAll('-', ''))])
      expect(kept.includes(word), word).to.be.false;
  });
});

describe('SEC-2: the time between password and second factor', () => {
  it('is five minutes and five tries, and ends with the sign-in', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const { secondStep } = bench.identity;
    const late = await password(bench);
    bench.clock.now += 5 * MINUTE_MS;
    expect(await codeOf(secondStep.byCode(late, codeAt(secret, bench.clock.now)))).to.equal(
      'sign_in_expired',
    );

    const tried = await password(bench);
    const guesses = await Promise.all(
      Array.from({ length: 5 }, () => codeOf(secondStep.byCode(tried, '000000'))),
    );
    expect(new Set(guesses)).to.deep.equal(new Set(['code_wrong']));
    expect(await codeOf(secondStep.byCode(tried, codeAt(secret, bench.clock.now)))).to.equal(
      'sign_in_expired',
    );

    const used = await password(bench);
    await secondStep.byCode(used, codeAt(secret, bench.clock.now));
    bench.clock.now += STEP_MS;
    expect(await codeOf(secondStep.byCode(used, codeAt(secret, bench.clock.now)))).to.equal(
      'sign_in_expired',
    );
    expect(await codeOf(secondStep.byCode('A'.repeat(43), '000000'))).to.equal('sign_in_expired');
  });

  it('is over when the password has changed', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const pending = await password(bench);
    await bench.identity.passwordReset.request(ada.email);
    await bench.identity.passwordReset.confirm(await bench.token('reset'), 'una strada in salita');
    const late = bench.identity.secondStep.byCode(pending, codeAt(secret, bench.clock.now));
    expect(await codeOf(late)).to.equal('sign_in_expired');
  });

  it('lets nobody in who was suspended meanwhile', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const pending = await password(bench);
    bench.people.suspended.add(bench.adaId);
    const late = bench.identity.secondStep.byCode(pending, codeAt(secret, bench.clock.now));
    expect(await codeOf(late)).to.equal('account_suspended');
  });

  it('bears ten wrong codes in fifteen minutes, over however many sign-ins', async () => {
    const bench = await withAda();
    const { secret } = await turnOn(bench);
    const { secondStep } = bench.identity;
    for (let round = 0; round < 2; round += 1) {
      const pending = await password(bench);
      for (let tries = 0; tries < 5; tries += 1)
        expect(await codeOf(secondStep.byCode(pending, '000000'))).to.equal('code_wrong');
    }
    const held = secondStep.byCode(await password(bench), codeAt(secret, bench.clock.now));
    const { code, detail } = await rejectionOf(held);
    expect(code).to.equal('rate_limited');
    expect(detail?.['retryAfter']).to.be.within(1, 900);
    bench.clock.now += 15 * MINUTE_MS;
    await secondStep.byCode(await password(bench), codeAt(secret, bench.clock.now));
  });

  it('leaves nothing behind once it is over', async () => {
    const bench = await withAda();
    await turnOn(bench);
    await password(bench);
    await bench.identity.passkeys.ask('sign_in', null);
    bench.clock.now += HOUR_MS;
    await bench.identity.sweep();
    const left = [...bench.medium.entries.keys()].filter((key) => /^(?:login|ceremony)\//.test(key));
    expect(left).to.be.empty;
  });
});
