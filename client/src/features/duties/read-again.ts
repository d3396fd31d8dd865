import { queryClient } from '../../api/index.ts';

/** Reads again what somebody has just changed of the duties of an issue. */
export const readAgain = (): void => {
  for (const name of ['duties.read', 'insiders.list'])
    void queryClient.invalidateQueries({ queryKey: [name] });
};
