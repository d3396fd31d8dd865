import { Button, Group } from '@mantine/core';
import type { OfferView } from '@piazza/shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { useOfferProgress } from '../../realtime/index.ts';
import type { ObstacleKind } from './obstacle.ts';
import styles from './Obstacle.module.css';
import { useArrival } from './useArrival.ts';

interface ObstacleProps {
  readonly offer: OfferView;
  readonly kind: ObstacleKind;
  /** It came up while the reader was committing: said at once, and aloud. */
  readonly sudden?: boolean;
  /** False where the heading around it says it already. */
  readonly titled?: boolean;
}

/** Why one cannot commit here now, and what one can do instead. */
export function Obstacle({ offer, kind, sudden = false, titled = true }: ObstacleProps) {
  const { t } = useTranslation('commit');
  const format = useFormat();
  const title = useArrival<HTMLParagraphElement>(sudden);
  const { decisionAt } = useOfferProgress(offer);
  const date = format.dateTime(kind === 'scheduled' ? offer.opensAt : offer.closesAt);
  return (
    <div className={styles.obstacle} role={sudden ? 'alert' : undefined}>
      {titled && (
        <p ref={title} tabIndex={-1} className={styles.title}>
          {t(`obstacle.${kind}`)}
        </p>
      )}
      {sudden && <p className={styles.sudden}>{t('obstacle.sudden')}</p>}
      <p className={styles.text}>
        {t(`obstacle.${kind}Text`, { date })}
        {kind === 'closing' && decisionAt !== null && (
          <> {t('obstacle.decisionAt', { date: format.dateTime(decisionAt) })}</>
        )}
      </p>
      <WayOut offer={offer} kind={kind} />
    </div>
  );
}

function WayOut({ offer, kind }: ObstacleProps) {
  const { t } = useTranslation(['commit', 'common']);
  if (kind === 'signed_out')
    return (
      <Group gap="sm" mt="md">
        <Button
          renderRoot={(props) => (
            <Link to="/sign-in" search={{ to: `/offers/${offer.id}/commit` }} {...props} />
          )}
        >
          {t('common:nav.signIn')}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/register" search={{ to: `/offers/${offer.id}/commit` }} {...props} />
          )}
        >
          {t('common:nav.register')}
        </Button>
      </Group>
    );
  if (kind === 'onboarding')
    return (
      <Button
        mt="md"
        renderRoot={(props) => (
          <Link to="/onboarding" search={{ to: `/offers/${offer.id}/commit` }} {...props} />
        )}
      >
        {t('commit:obstacle.onboard')}
      </Button>
    );
  if (kind === 'role' || kind === 'own_offer' || kind === 'scheduled') return null;
  return (
    <p className={styles.out}>
      <Link to="/offers" search={{ status: 'open' }}>
        {t('commit:obstacle.offers')}
      </Link>
    </p>
  );
}
