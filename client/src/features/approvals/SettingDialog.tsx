import type { ProposalView, SettingView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { firstDayFrom, lastDayBy, startOfDay } from '../../locale/rome-date.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import styles from './Approvals.module.css';
import { readSetting } from './setting-value.ts';
import { useSettingText } from './useValueText.ts';

interface SettingDialogProps {
  readonly setting: SettingView;
  readonly onClose: () => void;
}

const measure = { cents: 'euro', basis_points: 'percent', days_ms: 'days' } as const;

/** Proposes another value within the bounds. */
export function SettingDialog({ setting, onClose }: SettingDialogProps) {
  const { t } = useTranslation(['approvals', 'ui']);
  const [proposed, setProposed] = useState<ProposalView | null>(null);
  const name = t(`approvals:setting.${setting.name}`);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('approvals:policy.dialog', { name })}
      closeButtonProps={{ 'aria-label': t('ui:confirm.cancel') }}
    >
      {proposed === null ? (
        <Form setting={setting} onProposed={setProposed} />
      ) : (
        <div className={styles.stack}>
          <output>{t('approvals:policy.done')}</output>
          <Link to="/desk/proposals/$proposalId" params={{ proposalId: proposed.id }}>
            {t('approvals:policy.see')}
          </Link>
        </div>
      )}
    </Modal>
  );
}

interface FormProps {
  readonly setting: SettingView;
  readonly onProposed: (proposal: ProposalView) => void;
}

function Form({ setting, onProposed }: FormProps) {
  const { t } = useTranslation('approvals');
  const text = useSettingText();
  const { unit, least, most, name } = setting;
  const [typed, setTyped] = useState('');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const propose = useCommand('approvals.propose');
  const value = readSetting(unit, typed);
  const fits = value !== null && value >= least && value <= most && (value !== setting.present || day !== '');
  const from = day === '' ? undefined : (startOfDay(day) ?? undefined);
  const send = () => {
    const later = from === undefined ? {} : { from };
    if (value !== null)
      propose.mutate(
        { body: { act: { kind: 'policy_change', setting: name, value, ...later }, reason } },
        { onSuccess: onProposed },
      );
  };
  return (
    <div className={styles.stack}>
      <TextInput
        label={t('policy.value')}
        description={t(`policy.${measure[unit]}`)}
        value={typed}
        inputMode="decimal"
        required
        error={
          typed !== '' && !fits
            ? t('policy.wrong', { least: text(unit, least), most: text(unit, most) })
            : undefined
        }
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Begins day={day} onChange={setDay} />
      <Textarea
        label={t('page.reason')}
        description={t('page.reasonHelp')}
        value={reason}
        maxLength={2000}
        autosize
        minRows={2}
        required
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {propose.isError && <ErrorState error={propose.error} />}
      <Button disabled={!fits || reason.trim().length < 3} loading={propose.isPending} onClick={send}>
        {t('policy.send')}
      </Button>
    </div>
  );
}

/** From which day on it holds; none where it is to hold at once. */
function Begins({ day, onChange }: { readonly day: string; readonly onChange: (day: string) => void }) {
  const { t } = useTranslation('approvals');
  const now = useVenueNow(60_000);
  return (
    <TextInput
      type="date"
      label={t('policy.from')}
      description={t('policy.fromHelp')}
      min={firstDayFrom(now)}
      max={lastDayBy(now + policy.settingAheadMs)}
      value={day}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
