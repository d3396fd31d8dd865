import { contract, endpointNames, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { expect } from 'chai';
import { pathOf, Refusal } from './api-client.ts';
import { castOf, type Cast } from './cast.ts';
import { catalogueOf, exampleOf, type Catalogue } from './catalogue.ts';
import { FaultyJournal, type Gate } from './faulty-journal.ts';
import { callerFor } from './roles.ts';
import { openVenue, type TestVenue } from './server.ts';
import type { SocketClient } from './socket-client.ts';
import { pause } from './wait.ts';

/** Long enough for any answer that does not wait for the flush. */
export const patienceMs = 120;
export type Roads = Readonly<Record<string, () => Promise<unknown>>>;

/** A venue whose flush a test can hold open, with an offer that is open and sockets that follow it. */
export interface HeldVenue {
  readonly venue: TestVenue;
  readonly cast: Cast;
  readonly catalogue: Catalogue;
  readonly journal: FaultyJournal;
  readonly sockets: Readonly<Record<'ines' | 'ivo' | 'olga' | 'nobody', SocketClient>>;
  /** Holds the flush of the effect and asks by every road meanwhile: none may answer. What each answered when let go. */
  whileHeld(effect: () => Promise<unknown>, roads: Roads): Promise<Record<string, unknown>>;
  /** One effect is durable, the next is not: what was answered then, or `nothing`. */
  between(
    first: () => Promise<unknown>,
    read: () => Promise<string>,
    second: () => Promise<unknown>,
  ): Promise<string>;
}

/** The code of a refusal; what was answered, where it was none. */
export const refusal = (answer: Promise<unknown>): Promise<string> =>
  answer.then(
    (value) => `answered: ${JSON.stringify(value)}`,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

/** Every GET of the contract, asked by somebody who may. */
export const everyGet = ({ venue, cast, catalogue }: HeldVenue): Roads =>
  Object.fromEntries(
    endpointNames
      .map((name): [EndpointName, EndpointRecord] => [name, contract[name]])
      .filter(([, { method }]) => method === 'GET')
      .map(([name, endpoint]) => {
        const path = pathOf(endpoint, exampleOf(endpoint, catalogue));
        const headers = { Authorization: `Bearer ${callerFor(cast, endpoint).token}` };
        return [name, async () => (await fetch(venue.url + path, { headers })).status];
      }),
  );

const whileHeld =
  (journal: FaultyJournal): HeldVenue['whileHeld'] =>
  async (effect, roads) => {
    const gate = journal.hold();
    const told: string[] = [];
    const ask = async (name: string, road: () => Promise<unknown>): Promise<[string, unknown]> => {
      const answer = await road();
      told.push(name);
      return [name, answer];
    };
    try {
      const itself = ask('itself', effect);
      await Promise.race([gate.reached, itself]);
      const asked = Object.entries(roads).map(([name, road]) => ask(name, road));
      await pause(patienceMs);
      expect(told, 'answered before the effect was durable').to.deep.equal([]);
      gate.open();
      return Object.fromEntries(await Promise.all([itself, ...asked]));
    } finally {
      gate.open();
    }
  };

const between =
  (journal: FaultyJournal): HeldVenue['between'] =>
  async (first, read, second) => {
    const gates: Gate[] = [journal.hold()];
    try {
      const done = [first()];
      await Promise.race([gates[0]!.reached, done[0]]);
      const answer = read();
      await pause(20);
      done.push(second());
      await pause(20);
      gates.push(journal.hold());
      gates[0]!.open();
      await Promise.race([gates[1]!.reached, done[1]]);
      const early = await Promise.race([answer, pause(patienceMs).then(() => 'nothing')]);
      gates[1]!.open();
      await Promise.all([...done, answer]);
      return early;
    } finally {
      for (const gate of gates) gate.open();
    }
  };

export async function openHeldVenue(stores: 'memory' | 'lmdb'): Promise<HeldVenue> {
  const held: FaultyJournal[] = [];
  const venue = await openVenue({
    stores,
    around: (opened) => {
      const journal = new FaultyJournal(opened.journal);
      held.push(journal);
      return { ...opened, journal };
    },
  });
  const journal = held[0]!;
  const cast = await castOf(venue);
  const catalogue = await catalogueOf(cast);
  const { ines, ivo, olga } = cast;
  const nobody = await venue.socket();
  const sockets = { ines: await ines.socket(), ivo: await ivo.socket(), olga: await olga.socket(), nobody };
  for (const socket of Object.values(sockets)) {
    await socket.call('subscribeDealFlow', {});
    await socket.call('subscribeOffer', { offerId: catalogue.offer });
  }
  return {
    venue,
    cast,
    catalogue,
    journal,
    sockets,
    whileHeld: whileHeld(journal),
    between: between(journal),
  };
}
