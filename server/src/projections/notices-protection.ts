import type { NoticeKind } from '@piazza/shared/contract';
import type { PersonId } from '@piazza/shared/values';
import type { ProtectionEvent } from '../domain/protection/index.ts';

/** What a person is told of their own protection: whom, which message, and what it is about. */
export type ProtectionNotice = readonly [PersonId, NoticeKind, Readonly<Record<string, string>>];

/** The message of an event, or null where it is the person's own act that they need no word of. */
export function protectionNotice(event: ProtectionEvent): ProtectionNotice | null {
  switch (event.kind) {
    case 'protection.identity_reviewed':
      return [event.person, `identity_${event.to}`, {}];
    case 'protection.class_granted':
      return [event.person, 'class_granted', { until: new Date(event.until).toISOString() }];
    case 'protection.class_refused':
      return [event.person, 'class_refused', {}];
    case 'protection.class_ending':
      return [event.person, 'class_ending', { until: new Date(event.until).toISOString() }];
    case 'protection.class_ended':
      return event.why === 'expired' ? [event.person, 'class_ended', {}] : null;
    default:
      return null;
  }
}
