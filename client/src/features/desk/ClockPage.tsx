import { Button, Radio, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { DeskPage } from '../../ui/DeskPage/DeskPage.tsx';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import styles from './Desk.module.css';

const hourMs = 3_600_000;
const jumps = { hour: hourMs, day: 24 * hourMs, fiveDays: 5 * 24 * hourMs, month: 30 * 24 * hourMs } as const;
type Jump = keyof typeof jumps;

/** Venue time, and the way to move it ahead in a simulation. */
export function ClockPage() {
  const { t } = useTranslation('desk');
  const [done, setDone] = useState('');
  return (
    <DeskPage title={t('clock.title')} lead={t('clock.lead')}>
      <div className={styles.card}>
        <Now />
        <MoveForm onMoved={setDone} />
        <output className={styles.soft}>{done}</output>
        <LiveRegion text={done} />
      </div>
    </DeskPage>
  );
}

function Now() {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow();
  const { data: venue } = useApi('venue.read');
  const hours = Math.round((venue?.clockOffsetMs ?? 0) / hourMs);
  const ahead = t('clock.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  return (
    <div>
      <p className={styles.soft}>{t('clock.now')}</p>
      <p className={styles.big}>{format.dateTime(now)}</p>
      <p className={styles.soft}>{hours === 0 ? t('clock.notAhead') : `${t('clock.ahead')} ${ahead}`}</p>
    </div>
  );
}

function MoveForm({ onMoved }: { readonly onMoved: (text: string) => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const [jump, setJump] = useState<Jump>('day');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [pressed, setPressed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const ready = reason.trim().length >= 3;
  const moved = (now: number) => {
    setAsking(false);
    setReason('');
    setPressed(false);
    onMoved(t('clock.moved', { time: format.dateTime(now) }));
  };
  return (
    <form
      noValidate
      className={styles.stack}
      style={{ marginTop: '1.25rem' }}
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (ready) setAsking(true);
        else field.current?.focus();
      }}
    >
      <Jumps jump={jump} onChange={setJump} />
      <Textarea
        label={t('clock.reason')}
        description={t('review.reasonHelp')}
        ref={field}
        value={reason}
        error={pressed && !ready ? t('review.needReason') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        required
      />
      <div className={styles.actions}>
        <Button type="submit">{t('clock.move')}</Button>
      </div>
      <Confirm opened={asking} jump={jump} reason={reason} onMoved={moved} onClose={() => setAsking(false)} />
    </form>
  );
}

interface JumpsProps {
  readonly jump: Jump;
  readonly onChange: (jump: Jump) => void;
}

function Jumps({ jump, onChange }: JumpsProps) {
  const { t } = useTranslation('desk');
  return (
    <Radio.Group label={t('clock.by')} value={jump} onChange={onChange}>
      <div className={styles.stack} style={{ gap: '0.5rem', marginTop: '0.5rem' }}>
        {(Object.keys(jumps) as Jump[]).map((name) => (
          <Radio key={name} value={name} label={t(`clock.${name}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface ConfirmProps {
  readonly opened: boolean;
  readonly jump: Jump;
  readonly reason: string;
  /** With venue time after the move. */
  readonly onMoved: (now: number) => void;
  readonly onClose: () => void;
}

function Confirm({ opened, jump, reason, onMoved, onClose }: ConfirmProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const now = useVenueNow();
  const advance = useCommand('desk.advanceClock');
  const move = () =>
    advance.mutate({ body: { byMs: jumps[jump], reason } }, { onSuccess: (venue) => onMoved(venue.now) });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('clock.confirmTitle')}
      confirm={t('clock.move')}
      busy={advance.isPending}
      error={advance.error}
      onConfirm={move}
      onClose={onClose}
    >
      {t('clock.confirm', { time: format.dateTime(now + jumps[jump]) })}
    </ConfirmDialog>
  );
}
