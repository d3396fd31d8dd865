import { Button, SegmentedControl } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import { Advanced } from './Advanced.tsx';
import { Confirm } from './Confirm.tsx';
import { retype, turn } from './draft.ts';
import { EffectPanel } from './EffectPanel.tsx';
import { typesIn } from './kinds.ts';
import styles from './OrderTicket.module.css';
import { PriceField } from './PriceField.tsx';
import { QuantityField } from './QuantityField.tsx';
import { TimeField } from './TimeField.tsx';
import { fieldOf } from './refusals.ts';
import type { Ground } from './useGround.ts';
import { useProblemText } from './useProblemText.ts';
import { useRefusalText } from '../../ui/ErrorState/refusal.ts';
import type { Ticket } from './useTicket.ts';

export interface PartProps {
  readonly ground: Ground;
  readonly ticket: Ticket;
}

/** What is wrong with each field, once somebody tried to send, and what the venue refused about one. */
function useErrors({ ground, ticket }: PartProps, pressed: boolean): readonly FieldError[] {
  const problemText = useProblemText(ground);
  const refusalText = useRefusalText();
  const { placement, reading } = ticket;
  const refused = placement.state === 'refused' ? placement.error : null;
  const field = refused === null ? null : fieldOf(refused.code);
  if (refused !== null && field !== null)
    return [{ field: `ticket-${field}`, text: refusalText(refused).what }];
  if (!pressed) return [];
  return reading.problems.map((problem) => ({
    field: `ticket-${problem.field}`,
    text: problemText(problem),
  }));
}

/** The form of an order: fields, what it would do, and the button that says what will happen. */
export function TicketForm(props: PartProps) {
  const { ticket } = props;
  const { reading, doubts, place, placement } = ticket;
  const [pressed, setPressed] = useState<readonly FieldError[] | null>(null);
  const [asking, setAsking] = useState(false);
  const errors = useErrors(props, pressed !== null);
  const errorOf = (field: string) => errors.find((error) => error.field === `ticket-${field}`)?.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reading.order === null) {
      setPressed([]);
      document.getElementById(`ticket-${reading.problems[0]?.field ?? 'price'}`)?.focus();
      return;
    }
    setPressed(null);
    if (doubts.length > 0) setAsking(true);
    else place(reading.order);
  };
  const open = placement.state === 'unsure' || placement.state === 'asking';
  return (
    <form className={styles.form} noValidate onSubmit={submit} aria-labelledby="ticket-title">
      {placement.state === 'refused' && <FormErrors errors={errors} />}
      {props.ground.phase === 'freeze' && <Frozen />}
      <Kind {...props} />
      <PriceField {...props} error={errorOf('price')} />
      <QuantityField {...props} error={errorOf('quantity')} />
      <TimeField {...props} errorOf={errorOf} />
      <Advanced {...props} errorOf={errorOf} />
      <EffectPanel {...props} />
      <Send ticket={ticket} disabled={open} />
      {reading.order !== null && (
        <Confirm
          opened={asking}
          order={reading.order}
          doubts={doubts}
          onClose={() => setAsking(false)}
          onConfirm={(order) => {
            setAsking(false);
            place(order);
          }}
        />
      )}
    </form>
  );
}

function Frozen() {
  const { t } = useTranslation('orderTicket');
  return <p className={styles.warning}>{t('frozen')}</p>;
}

function Kind({ ground, ticket: { draft, change } }: PartProps) {
  const { t } = useTranslation('orderTicket');
  const { locale } = useFormat();
  const types = typesIn(ground.phase);
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('side.label')}
        value={draft.side}
        color={draft.side === 'buy' ? 'bosco' : 'vino'}
        autoContrast
        onChange={(side) => change(turn(draft, side, ground.marks, locale))}
        data={[
          { value: 'buy', label: t('side.buy') },
          { value: 'sell', label: t('side.sell') },
        ]}
      />
      {types.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('type.label')}
          value={draft.type}
          onChange={(type) => change(retype(draft, type, ground.marks, locale))}
          data={types.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
      )}
    </>
  );
}

/** The button names side, quantity and price, so that what is pressed is what is sent. */
function Send({
  ticket: { draft, reading, placement },
  disabled,
}: Pick<PartProps, 'ticket'> & { readonly disabled: boolean }) {
  const { t } = useTranslation('orderTicket');
  const format = useFormat();
  const { order } = reading;
  const { side } = draft;
  const label =
    order === null
      ? t(`send.${side}`)
      : t(`send.${side}At`, {
          count: order.quantity,
          quantity: format.number(order.quantity),
          price: format.moneyExact(order.price),
        });
  return (
    <Button
      id="ticket-send"
      type="submit"
      fullWidth
      size="lg"
      color={side === 'buy' ? 'bosco' : 'vino'}
      loading={placement.state === 'sending'}
      disabled={disabled}
    >
      {label}
    </Button>
  );
}
