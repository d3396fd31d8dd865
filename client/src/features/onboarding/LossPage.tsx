import { Button, Radio } from '@mantine/core';
import { policy } from '@piazza/shared/policy';
import { cents } from '@piazza/shared/values';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { EuroInput } from '../../ui/EuroInput/EuroInput.tsx';
import { Facts } from '../../ui/Facts/Facts.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { lossFields, noInputs, simulateLoss, thresholdIf, unreadFields, type Loss } from './loss.ts';
import styles from './Onboarding.module.css';
import { StepPage } from './StepPage.tsx';
import { useOnward } from './useOnward.ts';
import { useStepText } from './useStepText.ts';

const example = 1_250_050;

/** The simulation of the ability to bear loss: computed here, from what never leaves this page (ECSPR art. 21(5)). */
export function LossPage() {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const text = useStepText();
  const { data } = useApi('protection.read');
  const [inputs, setInputs] = useState(noInputs);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [loss, setLoss] = useState<Loss | null>(null);
  const compute = (event: FormEvent) => {
    event.preventDefault();
    const unread = unreadFields(inputs, format.locale);
    const say = (field: string) => t('loss.unread', { field, example: format.moneyExact(example) });
    setErrors(unread.map((field) => ({ field: `loss-${field}`, text: say(t(`loss.${field}`)) })));
    setLoss(unread.length > 0 ? null : simulateLoss(inputs, format.locale));
  };
  return (
    <StepPage title={t('loss.title')} lead={t('loss.lead')}>
      {data?.loss.done === true && <p className={styles.told}>{text('loss', data)}</p>}
      <form noValidate onSubmit={compute} className={styles.form} autoComplete="off">
        <FormErrors errors={errors} />
        {lossFields.map((field) => (
          <EuroInput
            key={field}
            id={`loss-${field}`}
            label={t(`loss.${field}`)}
            description={t(`loss.${field}Help`)}
            value={inputs[field]}
            onChange={(typed) => {
              setInputs({ ...inputs, [field]: typed });
              setLoss(null);
            }}
            error={errors.find((error) => error.field === `loss-${field}`)?.text}
          />
        ))}
        <Button type="submit" className={styles.submit ?? ''}>
          {t('loss.compute')}
        </Button>
      </form>
      {loss !== null && <Result loss={loss} />}
    </StepPage>
  );
}

/** What came out, and what of it the venue may know. */
function Result({ loss }: { readonly loss: Loss }) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const amount = format.money(loss.bearable);
  return (
    <section className={styles.result}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('loss.resultTitle')}
      </h2>
      <Facts
        facts={[
          { label: t('loss.netWorth'), value: format.money(loss.netWorth) },
          { label: t('loss.bearable'), value: amount },
        ]}
      />
      <p>{loss.bearable === 0 ? t('loss.nothing') : t('loss.meaning', { amount })}</p>
      <Sharing loss={loss} />
    </section>
  );
}

function Sharing({ loss }: { readonly loss: Loss }) {
  const { t } = useTranslation('onboarding');
  const format = useFormat();
  const onward = useOnward();
  const [shares, setShares] = useState(false);
  const simulate = useCommand('protection.simulateLoss');
  const usual = format.money(policy.warningThresholdCents);
  const threshold = thresholdIf(loss);
  const help =
    threshold > policy.warningThresholdCents
      ? t('loss.shareHelp', { threshold: format.money(threshold), usual })
      : t('loss.shareHelpSame', { usual });
  const send = (event: FormEvent) => {
    event.preventDefault();
    simulate.mutate({ body: { bearable: shares ? cents(loss.shared) : null } }, { onSuccess: onward });
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      {simulate.error !== null && <ErrorState error={simulate.error} />}
      <Radio.Group
        label={t('loss.choice')}
        description={help}
        value={shares ? 'result' : 'nothing'}
        onChange={(chosen) => setShares(chosen === 'result')}
      >
        <div className={styles.options}>
          <Radio value="nothing" size="md" label={t('loss.shareNothing')} />
          <Radio
            value="result"
            size="md"
            label={t('loss.shareResult', { amount: format.money(loss.shared) })}
          />
        </div>
      </Radio.Group>
      <Button type="submit" loading={simulate.isPending} className={styles.submit ?? ''}>
        {t('loss.save')}
      </Button>
    </form>
  );
}
