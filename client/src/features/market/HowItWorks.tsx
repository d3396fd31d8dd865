import type { MarketModel } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import styles from './MarketPage.module.css';
import { Panel } from './Panel.tsx';

const chapters = ['call', 'freeze', 'reference', 'collar', 'continuous'] as const;

/** The rules of the market in plain words. */
export function HowItWorks({ model }: { readonly model: MarketModel }) {
  const { t } = useTranslation('market');
  const format = useFormat();
  if (model === 'bulletin') return null;
  const values = {
    share: format.rate(policy.auctionCollar),
    times: policy.extensionsMax,
    most: format.rate(policy.callCollarMost),
  };
  return (
    <Panel title={t('how.title')}>
      <dl className={styles.how}>
        {chapters
          .filter((chapter) => chapter !== 'continuous' || model === 'continuous')
          .map((chapter) => (
            <div key={chapter}>
              <dt>{t(`how.${chapter}`)}</dt>
              <dd>{t(`how.${chapter}Text`, values)}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}
