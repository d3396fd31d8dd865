import { screen } from './screen.ts';
import { accountScreens } from './screens/account.ts';
import { deskScreens } from './screens/desk.ts';
import { investorScreens } from './screens/investor.ts';
import { issuerScreens } from './screens/issuer.ts';
import { publicScreens } from './screens/public.ts';

/** What is shown at each address. A feature adds its entries to the area that it belongs to. */
const screens = [...publicScreens, ...accountScreens, ...investorScreens, ...issuerScreens, ...deskScreens];

export function placeScreens(): void {
  for (const [route, spec] of screens) screen(route, spec);
}
