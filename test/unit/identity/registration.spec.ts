import { expect } from 'chai';
import { ada, codeOf, DAY_MS, HOUR_MS, openIdentity, rejectionOf, withAda, type Bench } from './fixture.ts';

const register = (bench: Bench, change: Partial<Record<keyof typeof ada, string>> = {}) =>
  bench.identity.registration.register({ ...ada, ...change } as typeof ada);
const verify = (bench: Bench, token: string) => bench.identity.registration.verifyEmail(token);

describe('registering', () => {
  it('sends a link, and the account begins when it is opened', async () => {
    const bench = await openIdentity();
    await register(bench);
    expect(bench.people.persons.size).to.equal(0);
    expect(await codeOf(bench.login())).to.equal('email_not_verified');

    await verify(bench, await bench.token('verify'));

    const signedIn = await bench.login();
    expect(bench.people.persons.get(signedIn.personId)).to.include({ locale: 'it' });
    expect(bench.people.persons.get(signedIn.personId)?.roles).to.deep.equal(['investor']);
    expect(await bench.identity.profiles.read(signedIn.personId)).to.deep.equal({
      email: ada.email,
      displayName: ada.displayName,
      locale: 'it',
    });
  });

  it('writes in the language of the request, and never what a stranger typed', async () => {
    const bench = await openIdentity();
    await register(bench, { displayName: 'WIN at evil.example', locale: 'en' });
    await register(bench, { email: 'bruno@example.org', displayName: 'VINCI su evil.example' });
    const [italian, english] = await bench.mails();
    expect(english).to.include({ to: ada.email, subject: 'Confirm your email address' });
    expect(italian).to.include({ to: 'bruno@example.org', subject: 'Conferma il tuo indirizzo email' });
    expect(`${italian?.text} ${english?.text}`).not.to.include('evil');
  });

  it('tells a wrong password for an unproved account from nothing at all', async () => {
    const bench = await openIdentity();
    await register(bench);
    expect(await codeOf(bench.login('another long phrase'))).to.equal('wrong_credentials');
  });

  it('refuses a weak password before anything else happens', async () => {
    const bench = await openIdentity();
    const rejection = await rejectionOf(register(bench, { password: 'passwordpassword' }));
    expect(rejection.code).to.equal('weak_password');
    expect(await bench.mails()).to.be.empty;
  });

  it('accepts an address whatever its case as the one address it is', async () => {
    const bench = await withAda();
    await register(bench, { email: 'ADA.Bianchi@Example.ORG' });
    expect((await bench.mails())[0]?.subject).to.equal('Hai già un conto su Piazza');
  });
});

describe('the link of the verification mail', () => {
  it('works again until it expires, and makes one person only', async () => {
    const bench = await openIdentity();
    await register(bench);
    const token = await bench.token('verify');
    await verify(bench, token);
    await verify(bench, token);
    await Promise.all([verify(bench, token), verify(bench, token)]);
    expect(bench.people.persons.size).to.equal(1);
    bench.clock.now += DAY_MS;
    expect(await codeOf(verify(bench, token))).to.equal('link_invalid');
  });

  it('works when opened twice at the same moment', async () => {
    const bench = await openIdentity();
    await register(bench);
    const token = await bench.token('verify');
    await Promise.all([verify(bench, token), verify(bench, token), verify(bench, token)]);
    expect(bench.people.persons.size).to.equal(1);
    await bench.login();
  });

  it('expires after 24 hours, not a moment before', async () => {
    const bench = await openIdentity();
    await register(bench);
    const token = await bench.token('verify');
    bench.clock.now += DAY_MS;
    expect(await codeOf(verify(bench, token))).to.equal('link_invalid');
    bench.clock.now -= 1;
    await verify(bench, token);
  });

  it('is refused when it was never sent', async () => {
    const bench = await openIdentity();
    expect(await codeOf(verify(bench, 'A'.repeat(43)))).to.equal('link_invalid');
  });

  it('finishes the same person after a crash between the journal and the vault', async () => {
    const bench = await openIdentity();
    await register(bench);
    const token = await bench.token('verify');
    bench.people.dieAfterRegistering = true;
    await verify(bench, token).then(
      () => expect.fail('it should have died'),
      (failure: unknown) => expect(failure).to.be.an('error').with.property('message', 'the process died'),
    );
    bench.people.dieAfterRegistering = false;

    const restarted = await openIdentity(bench);
    await verify(restarted, token);
    expect(restarted.people.persons.size).to.equal(1);
    const { personId } = await restarted.login();
    expect(await restarted.identity.profiles.read(personId)).to.include({ email: ada.email });
  });
});

describe('two accounts for one address', () => {
  it('become one: the first link wins, the other is void', async () => {
    const bench = await openIdentity();
    await register(bench, { password: 'the first of the two' });
    const first = await bench.token('verify');
    bench.clock.now += 1;
    await register(bench, { password: 'the second of the two' });
    const second = await bench.token('verify');
    expect(second).not.to.equal(first);

    await verify(bench, first);
    expect(await codeOf(verify(bench, second))).to.equal('link_invalid');
    await bench.login('the first of the two');
    expect(await codeOf(bench.login('the second of the two'))).to.equal('wrong_credentials');
  });

  it('become one also when both links are opened at once', async () => {
    const bench = await openIdentity();
    await Promise.all([register(bench), register(bench)]);
    const texts = (await bench.mails()).map((mail) => /token=([\w-]{43})/.exec(mail.text)![1]!);
    const outcomes = await Promise.allSettled(texts.map((token) => verify(bench, token)));
    expect(outcomes.map((outcome) => outcome.status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    expect(bench.people.persons.size).to.equal(1);
  });

  it('do not block each other for long when the first dies on the way', async () => {
    const bench = await openIdentity();
    await register(bench);
    const first = await bench.token('verify');
    bench.clock.now += 1;
    await register(bench);
    const second = await bench.token('verify');
    bench.people.register = () => Promise.reject(new Error('the process died'));
    await verify(bench, first).catch(() => undefined);
    Reflect.deleteProperty(bench.people, 'register');

    expect(await codeOf(verify(bench, second))).to.equal('link_invalid');
    bench.clock.now += 60_001;
    await verify(bench, second);
    expect(bench.people.persons.size).to.equal(1);
  });

  it('are kept in a bounded number, and mail to one address too', async () => {
    const bench = await openIdentity();
    for (let count = 0; count < 8; count += 1) await register(bench);
    expect(await bench.mails()).to.have.length(5);
    bench.clock.now += HOUR_MS;
    await register(bench);
    expect(await bench.mails()).to.have.length(5, 'the oldest draft is gone, and its mail with its key');
    await verify(bench, await bench.token('verify'));
    const waiting = [...bench.medium.entries.keys()].filter((key) => key.startsWith('pending'));
    expect(waiting).to.have.length(1);
  });
});

describe('ACC-1: what a stranger learns about an address', () => {
  it('is nothing from the reply to a registration', async () => {
    const bench = await withAda();
    const known = await register(bench);
    const unknown = await register(bench, { email: 'nobody@example.org' });
    expect(known).to.equal(unknown);
    const titles = (await bench.mails()).map((mail) => [mail.to, mail.subject]);
    expect(titles).to.have.deep.members([
      [ada.email, 'Hai già un conto su Piazza'],
      ['nobody@example.org', 'Conferma il tuo indirizzo email'],
    ]);
  });

  it('is nothing from the time it takes: both wait for the same moment', async () => {
    const bench = await withAda();
    await register(bench);
    await register(bench, { email: 'nobody@example.org' });
    await bench.identity.passwordReset.request(ada.email);
    await bench.identity.passwordReset.request('nobody@example.org');
    expect(bench.pauses).to.deep.equal([250, 250, 250, 250]);
  });

  it('is nothing from a failed sign-in, which takes as long for an unknown address', async () => {
    const bench = await withAda();
    const timed = async (email: string, round: number) => {
      const start = performance.now();
      const login = { email, password: 'not the password', clientAddress: `192.0.2.${round}` };
      expect(await codeOf(bench.identity.login(login))).to.equal('wrong_credentials');
      return performance.now() - start;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 12; round += 1) {
      known.push(await timed(ada.email, round));
      unknown.push(await timed('nobody@example.org', round));
    }
    // The quickest of each: what else runs on the machine only ever adds.
    const [least, most] = [Math.min(...known), Math.min(...unknown)].toSorted((a, b) => a - b);
    expect(most! / least!, `known ${known.join(' ')} ms, unknown ${unknown.join(' ')} ms`).to.be.below(2.5);
  });
});

describe('accounts opened at once', () => {
  it('may sign in, and hold their address', async () => {
    const bench = await withAda();
    await bench.login();
    expect(await bench.identity.accounts.findByEmail('Ada.Bianchi@example.org')).to.equal(bench.adaId);
    expect(await bench.identity.accounts.findByEmail('nobody@example.org')).to.be.undefined;
    const again = bench.identity.accounts.createAccount({ ...ada, roles: ['operator', 'investor'] });
    expect(await codeOf(again)).to.equal('email_taken');
  });

  it('are one when opened twice at the same moment', async () => {
    const bench = await openIdentity();
    const open = () => bench.identity.accounts.createAccount({ ...ada, roles: ['investor'] });
    const outcomes = await Promise.allSettled([open(), open()]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    expect(bench.people.persons.size).to.equal(1);
    await bench.login();
  });

  it('are finished after a crash between the journal and the vault', async () => {
    const bench = await openIdentity();
    const open = () => bench.identity.accounts.createAccount({ ...ada, roles: ['investor'] });
    bench.people.dieAfterRegistering = true;
    await open().catch(() => undefined);
    bench.people.dieAfterRegistering = false;
    const personId = await open();
    expect([...bench.people.persons.keys()]).to.deep.equal([personId]);
    expect(await bench.identity.profiles.read(personId)).to.include({ displayName: ada.displayName });
  });
});
