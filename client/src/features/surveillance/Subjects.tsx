import type { AlertView } from '@piazza/shared/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/index.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import styles from './Surveillance.module.css';

type Subject = AlertView['subjects'][number];

interface SubjectsProps {
  readonly subjects: readonly Subject[];
  /** What the kill switch is pressed for, as its reason says. */
  readonly about: string;
}

/** Accounts concerned, each with its kill switch. */
export function Subjects({ subjects, about }: SubjectsProps) {
  const { t } = useTranslation('surveillance');
  const [chosen, setChosen] = useState<Subject | null>(null);
  return (
    <>
      <ul className={styles.people}>
        {subjects.map((subject) => (
          <li key={subject.personId}>
            <span className={styles.what}>
              <Link to="/desk/audit" search={{ object: subject.personId }}>
                {subject.displayName}
              </Link>
              {subject.blocked && <small>{t('alert.blocked')}</small>}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${t(subject.blocked ? 'alert.unblock' : 'alert.block')}: ${subject.displayName}`}
              onClick={() => setChosen(subject)}
            >
              {t(subject.blocked ? 'alert.unblock' : 'alert.block')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== null && <Switch subject={chosen} about={about} onClose={() => setChosen(null)} />}
    </>
  );
}

interface SwitchProps {
  readonly subject: Subject;
  readonly about: string;
  readonly onClose: () => void;
}

function Switch({ subject, about, onClose }: SwitchProps) {
  const { t } = useTranslation('surveillance');
  const block = useCommand('desk.blockTrading');
  const { personId, displayName, blocked } = subject;
  const send = (words: string) => {
    const reason = t('alert.blockReason', { id: about, reason: words });
    const target = { scope: 'account', personId } as const;
    block.mutate(
      { body: { target, blocked: !blocked, cancelOrders: !blocked, reason } },
      { onSuccess: onClose },
    );
  };
  return (
    <ReasonDialog
      title={t('alert.blockTitle', { name: displayName })}
      text={t(blocked ? 'alert.unblockText' : 'alert.blockText')}
      confirm={t(blocked ? 'alert.unblock' : 'alert.block')}
      busy={block.isPending}
      error={block.error}
      onConfirm={send}
      onClose={onClose}
    />
  );
}
