import type { PersonId } from '@piazza/shared/values';
import type { Eraser } from './erasure.ts';

/** What the venue's state knows of erasures; implemented over the kernel. */
export interface ErasurePort {
  /** People whose erasure is journaled as begun and not as complete. */
  erasing(): readonly {
    readonly personId: PersonId;
    readonly subject: string;
    /** Further subjects that go with it. */
    readonly along: readonly string[];
  }[];
  /** Journals that nothing of the person is left. */
  complete(personId: PersonId): Promise<void>;
}

/** Carries out erasures whose intent is journaled: key removed, medium rewritten, completion journaled. */
export interface Erasures {
  /** Finishes all that were begun, one after the other; called after each request, at every start and every hour. */
  finish(): Promise<void>;
}

export const createErasures = (erase: Eraser, port: ErasurePort): Erasures => {
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    for (const { personId, subject, along } of port.erasing()) {
      await erase(personId, subject, along);
      await port.complete(personId);
    }
  };
  return {
    finish: () => {
      // One after the other: the medium is rewritten once at a time. A failure is that round's alone.
      running = running.catch(() => undefined).then(round);
      return running;
    },
  };
};
