import type { VenueEvent } from '../domain/venue/index.ts';
import type { JournalRecord } from '../kernel/record.ts';
import { addLine, type Effects } from './effects.ts';

export const auditStream = (object: string): string => `audit:${object}`;

export interface AuditLine {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly kind: string;
  readonly events: readonly string[];
}

const objectKeys = [
  'listing',
  'offer',
  'commitment',
  'organisation',
  'person',
  'investor',
  'holder',
  'proposal',
  'document',
  'disclosure',
  'question',
  'report',
  'alert',
  'case',
  'complaint',
  'payment',
  'refund',
  'outgoing',
  'funding',
  'dispute',
  'method',
  'break',
] as const;

/** An id, or that of the object which the event brings. */
function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  return typeof id === 'string' ? id : undefined;
}

// Its owner's own stream is the trail of an order; a line here for each would be most of what is written.
const trailed: ReadonlySet<string> = new Set(['orders.place', 'orders.amend', 'orders.cancel']);

const targetOf = ({ target }: Extract<VenueEvent, { kind: 'market.blocked' }>): string => {
  if (target.scope === 'venue') return 'venue';
  return target.scope === 'account' ? target.person : target.listing;
};

/** A line in the audit trail of every object that the record touched. */
export function auditRecord(effects: Effects, record: JournalRecord): void {
  if (trailed.has(record.command.kind) && record.events.length === 1) return;
  const objects = new Set<string>();
  for (const event of record.events) {
    if (event.kind === 'market.blocked') objects.add(targetOf(event));
    for (const key of objectKeys) {
      const id = idOf((event as Partial<Record<string, unknown>>)[key]);
      if (id !== undefined) objects.add(id);
    }
  }
  const { seq, at, actor: by, command } = record;
  const value: AuditLine = {
    seq,
    at,
    by,
    kind: command.kind,
    events: [...new Set(record.events.map((event) => event.kind))],
  };
  for (const object of objects) addLine(effects, auditStream(object), value);
}
