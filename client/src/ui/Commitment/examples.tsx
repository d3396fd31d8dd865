import type { CommitmentStatus, CommitmentView, OfferView } from '@piazza/shared/contract';
import { endOfRomeDay, millis, type Millis } from '@piazza/shared/values';
import { venueNow } from '../../realtime/index.ts';
import type { Examples } from '../examples.ts';
import { CommitmentTimeline } from './CommitmentTimeline.tsx';
import { ReflectionNotice } from './ReflectionNotice.tsx';
import { RevokeButton } from './RevokeButton.tsx';

const day = 86_400_000;
const now = venueNow();
const placedAt = millis(now - day);

const commitment = (status: CommitmentStatus, timeline: CommitmentView['timeline']): CommitmentView =>
  ({
    title: 'Homes above the market hall',
    amount: 125_000,
    units: 50,
    status,
    placedAt,
    reflectionEndsAt: endOfRomeDay(placedAt, 4),
    allottedUnits: 40,
    allottedAmount: 100_000,
    timeline,
  }) as CommitmentView;
const offer = {
  closesAt: millis(now + 9 * day),
  progress: { status: 'open', decisionAt: null },
} as OfferView;
const at = (days: number): Millis => millis(placedAt + days * day);
const pledged = commitment('pledged', [{ at: placedAt, step: 'pledged' }]);
const settled = commitment('settled', [
  { at: at(-20), step: 'pledged' },
  { at: at(-15), step: 'captured' },
  { at: at(0), step: 'allotted' },
  { at: at(0), step: 'settled' },
]);

export const commitmentParts: Examples = {
  title: 'Commitment',
  examples: [
    { name: 'timeline, pledged', render: () => <CommitmentTimeline commitment={pledged} offer={offer} /> },
    {
      name: 'timeline, settled',
      render: () => <CommitmentTimeline commitment={settled} offer={{ ...offer, closesAt: at(-10) }} />,
    },
    {
      name: 'notice before',
      render: () => <ReflectionNotice endsAt={endOfRomeDay(placedAt, 4)} when="before" />,
    },
    {
      name: 'notice after',
      render: () => <ReflectionNotice endsAt={endOfRomeDay(placedAt, 4)} when="after" />,
    },
    { name: 'notice, none', render: () => <ReflectionNotice endsAt={null} when="before" /> },
    { name: 'revoke', render: () => <RevokeButton commitment={pledged} /> },
  ],
};
