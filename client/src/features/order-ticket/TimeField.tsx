import { NativeSelect, TextInput } from '@mantine/core';
import { timesInForce } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useVenueNow } from '../../realtime/index.ts';
import { timesIn } from './kinds.ts';
import { goodTillRange } from './reading.ts';
import type { PartProps } from './TicketForm.tsx';

export interface FieldsProps extends PartProps {
  readonly errorOf: (field: string) => string | undefined;
}

const dayMs = 86_400_000;

/** For how long the order is meant: what the phase allows, each in plain words. */
export function TimeField({ ground, ticket: { draft, change }, errorOf }: FieldsProps) {
  const { t } = useTranslation('orderTicket');
  const { first, last } = goodTillRange(useVenueNow(dayMs));
  const times = timesIn(ground.phase, draft.type);
  return (
    <>
      <NativeSelect
        id="ticket-time"
        label={t('time.label')}
        description={t(`time.help.${draft.time}`)}
        inputWrapperOrder={['label', 'error', 'input', 'description']}
        value={draft.time}
        error={errorOf('time')}
        data={times.map((value) => ({ value, label: t(`time.name.${value}`) }))}
        onChange={(event) => {
          const time = timesInForce.find((each) => each === event.currentTarget.value);
          if (time !== undefined) change({ time });
        }}
      />
      {draft.time === 'gtd' && (
        <TextInput
          id="ticket-goodTill"
          type="date"
          label={t('time.day')}
          value={draft.goodTill}
          min={first}
          max={last}
          error={errorOf('goodTill')}
          onChange={(event) => change({ goodTill: event.currentTarget.value })}
        />
      )}
    </>
  );
}
