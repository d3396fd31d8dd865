import type { Route } from '../call.ts';
import { aftermathRoutes } from './aftermath.ts';
import { connectRoutes } from './connect.ts';
import { customerRoutes } from './customers.ts';
import { moneyRoutes } from './money.ts';
import { paymentIntentRoutes } from './payment-intents.ts';
import { savingRoutes } from './saving.ts';

/** Everything of Stripe's API that the stand-in answers. */
export const routes: readonly Route[] = [
  ...customerRoutes,
  ...savingRoutes,
  ...paymentIntentRoutes,
  ...aftermathRoutes,
  ...connectRoutes,
  ...moneyRoutes,
];
