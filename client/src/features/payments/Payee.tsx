import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { useLeave } from './use-leave.ts';

interface PayeeProps {
  readonly payee: 'none' | 'onboarding' | 'restricted' | 'ready';
  readonly pageOf: () => Promise<string>;
}

/** The way to the provider's page that checks the account to which money leaves. */
export function Payee({ payee, pageOf }: PayeeProps) {
  const { t } = useTranslation('payments');
  const { busy, error, leave } = useLeave(pageOf);
  return (
    <div>
      {payee === 'restricted' && <p>{t('withdraw.restricted')}</p>}
      <Button variant="default" loading={busy} onClick={leave}>
        {t(payee === 'none' ? 'withdraw.setUp' : 'withdraw.goOn')}
      </Button>
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}
