import type { Rejection } from '@piazza/shared/rejections';
import type { VenueCommand, VenueState } from '../../server/src/domain/venue/index.ts';
import type { CommandKey } from '../../server/src/kernel/record.ts';

/** What the venue's process is asked. */
export type Ask = { readonly n: number } & (
  | {
      readonly what: 'command';
      readonly command: VenueCommand;
      readonly actor: string;
      readonly key: CommandKey;
    }
  | { readonly what: 'look' | 'busy' | 'sweep' | 'reconcile' }
);

export type Seen = Pick<VenueState, 'payments' | 'offers' | 'approvals'>;

/** What it answers; `n` is 0 when it serves. */
export interface Answer {
  readonly n: number;
  readonly said: {
    readonly result?: Readonly<Record<string, unknown>>;
    readonly refused?: Rejection;
    readonly failed?: string;
    readonly state?: Seen;
    readonly idle?: boolean;
    /** Calls to the provider under way. */
    readonly inFlight?: number;
  };
}
