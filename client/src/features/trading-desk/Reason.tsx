import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whether a reason is one. */
export const isReason = (text: string): boolean => text.trim().length >= 3;

interface ReasonProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Why an operator does what they do; every act needs it. */
export function Reason({ value, onChange }: ReasonProps) {
  const { t } = useTranslation('tradingDesk');
  return (
    <Textarea
      label={t('dialog.reason')}
      description={t('dialog.reasonHelp')}
      value={value}
      maxLength={2000}
      autosize
      minRows={2}
      required
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
