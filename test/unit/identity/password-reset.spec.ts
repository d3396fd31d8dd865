import { expect } from 'chai';
import { ada, codeOf, HOUR_MS, openIdentity, withAda, type Bench } from './fixture.ts';

const chosen = 'una strada in salita';
const request = (bench: Bench) => bench.identity.passwordReset.request(ada.email);
const confirm = (bench: Bench, token: string, password = chosen) =>
  bench.identity.passwordReset.confirm(token, password);

describe('resetting a password', () => {
  it('takes the link of the mail, in the language of the person', async () => {
    const bench = await withAda();
    await request(bench);
    const [mail] = await bench.mails();
    expect(mail).to.include({ to: ada.email, subject: 'Scegli una nuova password', at: bench.clock.now });

    await confirm(bench, await bench.token('reset'));

    await bench.login(chosen);
    expect(await codeOf(bench.login())).to.equal('wrong_credentials');
    expect((await bench.mails()).map(({ subject }) => subject)).to.include('La tua password è cambiata');
  });

  it('ends every session', async () => {
    const bench = await withAda();
    const sessions = [await bench.login(), await bench.login()];
    const reasons: string[] = [];
    bench.identity.sessions.onRevoked(({ reason }) => reasons.push(reason));
    await request(bench);
    await confirm(bench, await bench.token('reset'));
    for (const { accessToken, refreshToken } of sessions) {
      expect(bench.identity.sessions.verifyAccess(accessToken)).to.deep.equal({ code: 'session_expired' });
      expect(await codeOf(bench.identity.sessions.refresh(refreshToken))).to.equal('session_expired');
    }
    expect(reasons).to.deep.equal(['password_reset', 'password_reset']);
  });

  it('leaves no session to a sign-in with the old password at the same moment', async () => {
    const bench = await withAda();
    await request(bench);
    const token = await bench.token('reset');
    const racing = Promise.allSettled(Array.from({ length: 6 }, () => bench.login()));
    await confirm(bench, token);
    await racing;
    expect(await bench.identity.sessions.list(bench.adaId)).to.be.empty;
  });

  it('wins against a sign-in that has proved the old password already', async () => {
    const bench = await withAda();
    await request(bench);
    const token = await bench.token('reset');
    const commit = bench.store.commit.bind(bench.store);
    bench.store.commit = async (changes) => {
      if (!changes.some(({ key }) => key.startsWith('family/'))) return commit(changes);
      bench.store.commit = commit;
      await confirm(bench, token);
      return commit(changes);
    };
    expect(await codeOf(bench.login())).to.equal('wrong_credentials');
    expect(await bench.identity.sessions.list(bench.adaId)).to.be.empty;
  });

  it('works once', async () => {
    const bench = await withAda();
    await request(bench);
    const token = await bench.token('reset');
    await confirm(bench, token);
    expect(await codeOf(confirm(bench, token, 'another new phrase'))).to.equal('link_invalid');
  });

  it('works once also when confirmed twice at the same moment', async () => {
    const bench = await withAda();
    await request(bench);
    const token = await bench.token('reset');
    const outcomes = await Promise.allSettled([
      confirm(bench, token),
      confirm(bench, token, 'another new phrase'),
    ]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
  });

  it('works for an hour', async () => {
    const bench = await withAda();
    await request(bench);
    const token = await bench.token('reset');
    bench.clock.now += HOUR_MS;
    expect(await codeOf(confirm(bench, token))).to.equal('link_invalid');
    bench.clock.now -= 1;
    await confirm(bench, token);
  });

  it('voids the other links asked for before', async () => {
    const bench = await withAda();
    await request(bench);
    const older = await bench.token('reset');
    bench.clock.now += 1;
    await request(bench);
    const newer = await bench.token('reset');
    expect(newer).not.to.equal(older);
    await confirm(bench, newer);
    expect(await codeOf(confirm(bench, older))).to.equal('link_invalid');
  });

  it('leaves the link good when the choice was weak', async () => {
    const bench = await withAda();
    await request(bench);
    const token = await bench.token('reset');
    for (const weak of ['short', 'passwordpassword', ada.email]) {
      expect(await codeOf(confirm(bench, token, weak))).to.equal('weak_password');
    }
    await bench.login();
    await confirm(bench, token);
  });

  it('lets in whoever was kept out by failures before', async () => {
    const bench = await withAda();
    for (let count = 0; count < 10; count += 1) await codeOf(bench.login('a wrong password'));
    await request(bench);
    await confirm(bench, await bench.token('reset'));
    await bench.login(chosen);
  });

  it('sends nothing to an unknown address, and not too much to a known one', async () => {
    const bench = await openIdentity();
    await request(bench);
    expect(await bench.mails()).to.be.empty;

    const known = await withAda();
    for (let count = 0; count < 9; count += 1) await request(known);
    expect(await known.mails()).to.have.length(5);
  });

  it('refuses a link that was never sent', async () => {
    const bench = await withAda();
    expect(await codeOf(confirm(bench, 'A'.repeat(43)))).to.equal('link_invalid');
  });
});
