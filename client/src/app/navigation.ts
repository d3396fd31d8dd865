import type { Me, Role } from '@piazza/shared/contract';
import {
  IconActivity,
  IconBriefcase2,
  IconBuildingStore,
  IconChartCandle,
  IconGavel,
  IconListDetails,
  IconPencilStar,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';

export interface Destination {
  readonly to: NonNullable<LinkProps['to']>;
  /** Key below `nav` in the common texts. */
  readonly label: 'dealFlow' | 'offers' | 'markets' | 'portfolio' | 'orders' | 'issuer' | 'desk';
  readonly icon: typeof IconActivity;
  /** Roles that see it; absent for everybody. */
  readonly roles?: readonly Role[];
}

/** The main navigation, in its order. A feature adds its line here. */
const destinations: readonly Destination[] = [
  { to: '/', label: 'dealFlow', icon: IconActivity },
  { to: '/offers', label: 'offers', icon: IconBuildingStore },
  { to: '/markets', label: 'markets', icon: IconChartCandle },
  { to: '/portfolio', label: 'portfolio', icon: IconBriefcase2, roles: ['investor'] },
  { to: '/orders', label: 'orders', icon: IconListDetails, roles: ['investor'] },
  { to: '/issuer', label: 'issuer', icon: IconPencilStar, roles: ['enterprise'] },
  { to: '/desk', label: 'desk', icon: IconGavel, roles: ['operator', 'administrator'] },
];

/** What this person finds in the navigation. */
export const destinationsFor = (me: Me | null): readonly Destination[] =>
  destinations.filter(
    ({ roles }) => roles === undefined || roles.some((role) => me?.roles.includes(role) ?? false),
  );
