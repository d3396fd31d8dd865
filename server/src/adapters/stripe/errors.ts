import { Stripe } from 'stripe';
import { ProviderRefused, ProviderUnavailable } from '../../ports/payments.ts';

const { errors } = Stripe;
const fault = 500;
/** A call with the same key is under way, or the account is busy: the answer is still to come. */
const busy = [409, 429];

/** The account is refused as a whole, not this one call: whoever mends the key finds everything still waiting. */
const isLocked = (error: InstanceType<typeof errors.StripeError>): boolean =>
  error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError;

/** Whether the key was used for something else before: what came of that has to be looked for. */
export const isKeyTaken = (error: unknown): boolean =>
  error instanceof errors.StripeIdempotencyError && !busy.includes(error.statusCode ?? 0);

/** What a failed call means in the words of the port. Bodies are left out: they may hold what is nobody's business. */
export function meant(error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error;
  const { statusCode, code = error.type, requestId } = error;
  const where = requestId === undefined ? '' : ` (${requestId})`;
  const isOpen =
    statusCode === undefined ||
    statusCode >= fault ||
    busy.includes(statusCode) ||
    isLocked(error) ||
    isKeyTaken(error);
  return isOpen
    ? new ProviderUnavailable(`${statusCode ?? 'no answer'} ${code}${where}`)
    : new ProviderRefused(code, `${statusCode} ${code}${where}`);
}

/** Makes a call. @throws ProviderUnavailable, ProviderRefused */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw meant(error);
  }
}
