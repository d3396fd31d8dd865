import { identityPolicy, type IdentitySources } from './ports.ts';

/**
 * Runs the work and answers after the policy's time at the earliest, whether it succeeded or was refused: how long
 * the reply took does not tell whether an address is known.
 */
export const evenly = async <T>(sources: IdentitySources, work: () => Promise<T>): Promise<T> => {
  const floor = sources.sleep(identityPolicy.evenReplyMs);
  try {
    return await work();
  } finally {
    await floor;
  }
};
