import type { Onboarding } from '@piazza/shared/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { queryClient, queryKey } from '../../api/index.ts';

/** Keeps what a step has answered, and leads back to the whole, where the next step is named. */
export function useOnward(): (onboarding: Onboarding) => void {
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false });
  return (onboarding) => {
    queryClient.setQueryData(queryKey('protection.read'), onboarding);
    void navigate({ to: '/onboarding', search: typeof to === 'string' ? { to } : {} });
  };
}
