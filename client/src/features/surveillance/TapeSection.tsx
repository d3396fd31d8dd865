import { useTranslation } from 'react-i18next';
import { useApi, type Input } from '../../api/index.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { TapePlayer } from './TapePlayer.tsx';

interface TapeSectionProps {
  readonly alertId: Input<'cases.tape'>['params']['alertId'];
  /** Records that show what was found. */
  readonly seqs: readonly number[];
}

/** The market around an alert, once it is read. */
export function TapeSection({ alertId, seqs }: TapeSectionProps) {
  const { t } = useTranslation('surveillance');
  const tape = useApi('cases.tape', { params: { alertId } });
  if (tape.isPending) return <Skeletons shape="rows" count={6} />;
  if (tape.isError) return <ErrorState error={tape.error} onRetry={() => void tape.refetch()} />;
  if (tape.data.steps.length === 0) return <p>{t('tape.empty')}</p>;
  return <TapePlayer tape={tape.data} evidence={new Set(seqs)} />;
}
