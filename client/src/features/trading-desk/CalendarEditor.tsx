import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/index.ts';
import {
  calendarProblem,
  readTime,
  steps,
  timeText,
  withOneMore,
  type Calendar,
  type Plan,
} from './calendar.ts';
import styles from './TradingDesk.module.css';

interface CalendarEditorProps {
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** The sessions of a day, with their times in Rome and their weekdays. */
export function CalendarEditor({ calendar, onChange }: CalendarEditorProps) {
  const { t } = useTranslation('tradingDesk');
  const simulation = useApi('venue.read').data?.mode === 'SIMULATION';
  const { sessions, everyDay } = calendar;
  const put = (at: number, plan: Plan) =>
    onChange({ ...calendar, sessions: sessions.map((one, n) => (n === at ? plan : one)) });
  const more = withOneMore(calendar);
  const problem = calendarProblem(calendar);
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t('calendar.zone')}</p>
      {sessions.map((plan, at) => (
        // A session has no name but its place in the day.
        // eslint-disable-next-line react/no-array-index-key
        <fieldset key={at} className={styles.plan}>
          <legend>{t('calendar.legend', { number: at + 1 })}</legend>
          <Times plan={plan} onChange={(next) => put(at, next)} />
          <Weekdays plan={plan} onChange={(next) => put(at, next)} />
          {sessions.length > 1 && (
            <Button
              size="compact-md"
              variant="default"
              onClick={() => onChange({ ...calendar, sessions: sessions.filter((_, n) => n !== at) })}
            >
              {t('calendar.remove', { number: at + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <div className={styles.buttonsStart}>
        <Button size="sm" variant="default" disabled={more === null} onClick={() => more && onChange(more)}>
          {t('calendar.add')}
        </Button>
        {simulation && (
          <Checkbox
            label={t('calendar.everyDay')}
            checked={everyDay}
            onChange={(event) => onChange({ ...calendar, everyDay: event.currentTarget.checked })}
          />
        )}
      </div>
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {t(`calendar.${problem.kind}`, { number: problem.number })}
        </p>
      )}
    </div>
  );
}

interface PlanProps {
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}

function Weekdays({ plan, onChange }: PlanProps) {
  const { t } = useTranslation('tradingDesk');
  return (
    <Checkbox.Group
      label={t('calendar.weekdays')}
      value={plan.weekdays.map(String)}
      onChange={(days) => onChange({ ...plan, weekdays: days.map(Number).toSorted((a, b) => a - b) })}
    >
      <div className={styles.days}>
        {weekdays.map((day) => (
          <Checkbox key={day} value={day} label={t(`calendar.day.${day}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Times({ plan, onChange }: PlanProps) {
  const { t } = useTranslation('tradingDesk');
  return (
    <div className={styles.times}>
      {steps.map((step) => (
        <TextInput
          key={step}
          type="time"
          label={t(`calendar.${step}`)}
          value={timeText(plan[step])}
          onChange={(event) => {
            const minute = readTime(event.currentTarget.value);
            if (minute !== null) onChange({ ...plan, [step]: minute });
          }}
        />
      ))}
    </div>
  );
}
