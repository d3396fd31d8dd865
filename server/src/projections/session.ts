import { policy } from '@piazza/shared/policy';
import { planned, type Market } from '../domain/market/index.ts';
import type { SessionFigures } from './effects.ts';

/** An end that is drawn stays secret, so that nobody can aim at it: of a freeze and of an extended call only the earliest is told. */
function toldUntil({ phase, since, until, session, extensions }: Market): number | null {
  if (until === null || phase === 'uncross') return null;
  if (phase === 'freeze') return session?.endsAt ?? null;
  return phase === 'call' && extensions > 0 ? since + policy.extensionMs : until;
}

function nextAt({ model, phase, calendar, session }: Market): number | null {
  if (session === null || phase === 'halted') return null;
  if (phase === 'closed') return session.preOpenAt;
  return planned(calendar, model === 'continuous' ? session.closesAt : session.endsAt)?.preOpenAt ?? null;
}

/** Where a market stands, as everybody may know it. */
export const sessionOf = (market: Market): SessionFigures => ({
  phase: market.phase,
  since: market.since,
  until: toldUntil(market),
  extensions: market.extensions,
  nextAt: nextAt(market),
});

/** Phases in which a price is forming that is worth showing: the call and its freeze. */
export const hasIndicative = ({ phase }: Pick<Market, 'phase'>): boolean =>
  phase === 'call' || phase === 'freeze';
