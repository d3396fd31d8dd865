import { TextInput } from '@mantine/core';
import { tiers, type Tier } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../locale/use-format.ts';
import { writeEuro } from '../../../ui/EuroInput/read.ts';
import { cx } from '../../../ui/cx.ts';
import { commentsOn } from '../draft/comments.ts';
import { FieldFrame } from './FieldFrame.tsx';
import styles from './Fields.module.css';
import { useHand } from './hand.ts';
import { useProblemText } from './problemText.ts';

/** How much of the hard cap each tier has for itself, and what remains for all. */
export function ReservesField() {
  const { t } = useTranslation(['issuerFields', 'ui']);
  const format = useFormat();
  const say = useProblemText();
  const { draft, problems, request, edited } = useHand();
  const { reserves } = draft.facts;
  const wrong = problems.find(({ field }) => field === 'facts.reserves');
  const rest = Math.max(0, 10_000 - tiers.reduce((sum, tier) => sum + reserves[tier], 0));
  return (
    <FieldFrame comments={commentsOn(request, 'facts.reserves')} edited={edited.has('facts.reserves')}>
      <fieldset className={styles.reserves} aria-describedby="reserves-help reserves-rest">
        <legend>{t('issuerFields:reserves.legend')}</legend>
        <p id="reserves-help" className={styles.help}>
          {t('issuerFields:facts.reserves.help')}
        </p>
        <div className={styles.bar} aria-hidden="true">
          {tiers.map((tier) => (
            <span key={tier} className={styles[tier]} style={{ width: `${reserves[tier] / 100}%` }} />
          ))}
        </div>
        {tiers.map((tier) => (
          <TierReserve key={tier} tier={tier} />
        ))}
        <p id="reserves-rest">
          <strong>{t('issuerFields:reserves.rest', { share: format.rate(rest) })}</strong>
        </p>
        {wrong !== undefined && <p className={styles.wrong}>{say(wrong)}</p>}
      </fieldset>
    </FieldFrame>
  );
}

function TierReserve({ tier }: { readonly tier: Tier }) {
  const { t } = useTranslation(['issuerFields', 'ui']);
  const format = useFormat();
  const { form, set, draft } = useHand();
  const { reserves, hardCap } = draft.facts;
  const name = t(`ui:tier.${tier}`);
  const id = `facts.reserves.${tier}` as const;
  return (
    <div className={styles.tier}>
      <span aria-hidden="true" className={cx(styles.key, styles[tier])} />
      <label htmlFor={id} className={styles.tierLabel}>
        {t('issuerFields:reserves.tier', { tier: name })}
        {hardCap !== null && (
          <small>
            {t('issuerFields:reserves.amount', {
              amount: format.moneyWhole(Math.floor((hardCap * reserves[tier]) / 10_000)),
            })}
          </small>
        )}
      </label>
      <TextInput
        id={id}
        className={cx(styles.tierInput)}
        inputMode="decimal"
        autoComplete="off"
        rightSection={<span aria-hidden="true">%</span>}
        value={form[id]}
        onChange={(event) => set(id, event.currentTarget.value)}
      />
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={100}
        step={1}
        aria-label={t('issuerFields:reserves.slider', { tier: name })}
        aria-valuetext={format.rate(reserves[tier])}
        value={reserves[tier] / 100}
        onChange={(event) => set(id, writeEuro(Number(event.currentTarget.value) * 100, format.locale))}
      />
    </div>
  );
}
