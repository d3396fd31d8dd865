import { connect } from 'node:net';
import { expect } from 'chai';
import { castOf, type Cast, type Player } from '../support/cast.ts';
import { listingIn } from '../support/listings.ts';
import { mailedToken } from '../support/mails.ts';
import { changeRole } from '../support/proposals.ts';
import { Promptness } from '../support/promptness.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { badTokens, tokenIssuedAt } from '../support/tokens.ts';
import { pause, waitFor } from '../support/wait.ts';
import { wireTo } from '../support/wire.ts';

const accessLifeMs = 10 * 60_000;
const promptness = new Promptness('ACC-3, SEC-5: sockets are cut within five seconds');

describe('sessions of sockets', () => {
  let venue: TestVenue;
  let cast: Cast;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
  });
  after(() => venue.close());
  const refusal = async (options: Parameters<TestVenue['socket']>[0]): Promise<string> =>
    venue.socket(options).then(
      () => 'connected',
      (error: unknown) => (error as Error).message,
    );
  const signInAgain = async ({ email, password }: Player): Promise<{ token: string; cookie: string }> => {
    const wire = wireTo(venue.url);
    const body = JSON.stringify({ email, password });
    const headers = { 'content-type': 'application/json' };
    const reply = await wire.send({ method: 'POST', path: '/api/v1/auth/login', headers, body });
    wire.close();
    const token = (JSON.parse(reply.text) as { accessToken: string }).accessToken;
    return { token, cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  };

  it('API-8: begin only from the venue’s own pages, or from programs, which name no origin', async () => {
    const own = await venue.socket({ origin: venue.url });
    expect(own.raw.connected).to.equal(true);
    const elsewhere = [
      'https://elsewhere.example',
      'null',
      'http://127.0.0.1',
      venue.url.replace('http:', 'https:').replace('127.', '128.'),
      'x',
    ];
    for (const origin of elsewhere) expect(await refusal({ origin }), origin).not.to.equal('connected');
  });
  it('SEC-5: are cut within five seconds when their session is ended from another device', async () => {
    const { token } = await signInAgain(cast.piera);
    const socket = await venue.socket(token);
    const own = (await venue.client(token).call('security.sessions')).items.find(({ current }) => current);
    await cast.piera.api.call('security.endSession', { params: { sessionId: own?.id ?? '' } });
    expect(await promptness.of('by another device', socket.cut())).to.equal('session_ended');
    expect(await venue.client(token).refusal('me.read')).to.equal('session_expired');
    const spared = await venue.socket(cast.piera.token);
    await cast.piera.api.call('security.endOtherSessions');
    expect(spared.raw.connected).to.equal(true);
    expect((await cast.piera.api.call('security.sessions')).items).to.have.length(1);
  });
  it('end at once with a token that is no good, even where none is needed', async () => {
    for (const [what, token] of Object.entries(await badTokens(venue, cast.olga))) {
      const socket = await venue.socket({ token });
      expect(await socket.cut(), what).to.equal('session_ended');
    }
    for (const token of [5, {}, [], true, ['x']]) {
      const socket = await venue.socket({ token: token as never });
      expect(await socket.cut(), JSON.stringify(token)).to.equal('session_ended');
    }
  });
  it('ACC-3: end at the logout of that session, and not those of others', async () => {
    const { token, cookie } = await signInAgain(cast.ines);
    const [leaving, staying] = [await venue.socket(token), await cast.ines.socket()];
    const wire = wireTo(venue.url);
    await wire.send({ method: 'POST', path: '/api/v1/auth/logout', headers: { cookie, 'x-piazza': '1' } });
    wire.close();
    expect(await promptness.of('by a logout', leaving.cut())).to.equal('session_ended');
    expect(staying.raw.connected).to.equal(true);
  });
  it('all end when the password is reset', async () => {
    const { token } = await signInAgain(cast.vera);
    const sockets = [await cast.vera.socket(), await venue.socket(token)];
    await venue.client().call('auth.requestPasswordReset', { body: { email: cast.vera.email } });
    const body = { token: await mailedToken(cast, cast.vera.email), password: 'una frase del tutto nuova' };
    await venue.client().call('auth.confirmPasswordReset', { body });
    for (const socket of sockets)
      expect(await promptness.of('by another password', socket.cut())).to.equal('session_ended');
  });
  it('end when their token does, unless it is renewed', async () => {
    let lifeMs = 1_000;
    // Long enough for both to connect and one to renew it, however slow the machine: else the next token lives longer.
    const renewed = await waitFor('a renewal in time', async () => {
      lifeMs *= 2;
      const diesAt = Date.now() + lifeMs;
      const dying = await tokenIssuedAt(venue, cast.ines, diesAt - accessLifeMs);
      const [ends, goesOn] = [await venue.socket(dying), await venue.socket(dying)];
      await goesOn.call('renewSession', { accessToken: cast.ines.token }).catch(() => undefined);
      return Date.now() < diesAt - 500 ? { dying, ends, goesOn, diesAt } : undefined;
    });
    const { dying, ends, goesOn, diesAt } = renewed;
    expect(await ends.cut()).to.equal('session_ended');
    promptness.note('by the end of its token', Date.now() - diesAt);
    await pause(1_200);
    expect(goesOn.raw.connected).to.equal(true);
    expect((await goesOn.emit('renewSession', { accessToken: dying })).ok).to.equal(false);
  });
  it('ACC-3, SEC-5: within five seconds each time', () => {
    promptness.judge(5_000);
  });
  it('are not handed over: another person’s token renews nothing', async () => {
    const socket = await cast.ines.socket();
    const renew = async (accessToken: string) =>
      (await socket.emit('renewSession', { accessToken })) as object;
    expect(await renew(cast.olga.token)).to.have.nested.property('rejection.code', 'not_allowed');
    expect(await renew('pizza')).to.have.nested.property('rejection.code', 'not_authenticated');
    const anonymous = await venue.socket();
    const ack = await anonymous.emit('renewSession', { accessToken: cast.ines.token });
    expect(ack).to.have.nested.property('rejection.code', 'not_authenticated');
  });
  it('ACC-3: follow the roles of the person: the operators’ news reaches who becomes one, and no longer who was', async () => {
    const personId = cast.piera.id;
    const change = (granted: boolean) => changeRole(cast, personId, 'operator', granted);
    const socket = await cast.piera.socket();
    const operator = await cast.olga.socket();
    const about =
      (id: string) =>
      ({ topics }: { topics: string[] }): boolean =>
        topics.includes(`listing:${id}`);
    /** Whether the news of a listing handed in now, which an operator has heard, has come here too. */
    const heard = async (): Promise<boolean> => {
      const id = await listingIn(cast, 'submitted');
      await operator.push('changed', about(id));
      // What is answered now has been asked after the news was sent.
      await socket.emit('subscribeDealFlow', {});
      return socket.pushes('changed').some(about(id));
    };
    expect(await heard()).to.equal(false);
    await change(true);
    await socket.push('notice', ({ kind }) => kind === 'role_granted');
    expect(await heard()).to.equal(true);
    await change(false);
    await socket.push('notice', ({ kind }) => kind === 'role_withdrawn');
    expect(await heard()).to.equal(false);
    expect(socket.raw.connected, 'the session itself goes on').to.equal(true);
  });
  it('take no frame above 64 KB', async () => {
    const socket = await cast.ines.socket();
    const ack = await socket.emit('subscribeDealFlow', { after: 0, extra: 'x'.repeat(60_000) });
    expect(ack).to.have.nested.property('rejection.code', 'malformed_request');
    socket.raw.emit('subscribeDealFlow', { extra: 'x'.repeat(66_000) }, () => undefined);
    await socket.cut();
    expect(socket.pushes('bye')).to.deep.equal([]);
  });
  it('go over plain requests too, where nothing else gets through', async () => {
    const socket = await venue.socket({ token: cast.ines.token, transport: 'polling' });
    expect((await socket.call('subscribeDealFlow', {})).mode).to.equal('snapshot');
    await cast.pass(1_000);
    await socket.push('venueClock');
    expect(await refusal({ origin: 'https://elsewhere.example', transport: 'polling' })).not.to.equal(
      'connected',
    );
    socket.raw.emit('subscribeDealFlow', { extra: 'x'.repeat(66_000) }, () => undefined);
    await socket.cut();
  });
  it('survive what is no protocol', async () => {
    const upgrade = (path: string, frame: Buffer): Promise<void> =>
      new Promise((resolve) => {
        const raw = connect(Number(new URL(venue.url).port), '127.0.0.1', () => {
          raw.write(
            `GET ${path} HTTP/1.1\r\nHost: ${new URL(venue.url).host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
          );
          setTimeout(() => raw.write(frame), 30);
          setTimeout(() => raw.destroy(), 120);
        });
        raw.on('error', () => undefined);
        raw.on('close', () => resolve());
      });
    /** A masked text frame with mask zero. */
    const text = (words: string): Buffer => {
      const bytes = Buffer.from(words);
      return Buffer.concat([Buffer.from([0x81, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
    };
    const path = '/socket.io/?EIO=4&transport=websocket';
    const frames = [
      '40',
      '40{',
      '40[]',
      '40{"token":null}',
      '42',
      '42[]',
      '42["subscribeDealFlow"]',
      '420["x"',
      '451-["x",{"_placeholder":true,"num":9}]',
      '4',
      '9',
      '',
      '2',
      '40/other,',
      '40{"__proto__":{"token":"x"}}',
    ];
    await Promise.all(frames.map((words) => upgrade(path, text(words))));
    await Promise.all([
      upgrade(path, Buffer.from([0xff, 0xff, 0xff])),
      upgrade('/socket.io/', text('40')),
      upgrade('/elsewhere', text('40')),
    ]);
    const socket = await venue.socket();
    expect(socket.raw.connected).to.equal(true);
  });
  it('are slowed down by call, each for itself', async () => {
    const limited = await openVenue({ config: { socketCallsPerSecond: 10 } });
    const [eager, calm] = [await limited.socket(), await limited.socket()];
    const began = performance.now();
    const acks = await Promise.all(Array.from({ length: 60 }, () => eager.emit('subscribeDealFlow', {})));
    const grown = Math.ceil((performance.now() - began) / 100);
    const refused = acks.filter((ack) => !ack.ok && ack.rejection?.code === 'rate_limited');
    expect(refused).to.have.length.within(Math.max(0, 40 - grown), 40);
    expect((await calm.emit('subscribeDealFlow', {})).ok).to.equal(true);
    await pause(300);
    expect((await eager.emit('subscribeDealFlow', {})).ok).to.equal(true);
    await limited.close();
  });
  it('are told when the venue closes', async () => {
    const closing = await openVenue();
    const socket = await closing.socket();
    const cut = socket.cut();
    await closing.close();
    expect(await cut).to.equal('shutting_down');
  });
});
