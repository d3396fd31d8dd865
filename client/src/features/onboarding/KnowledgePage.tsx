import { Button } from '@mantine/core';
import type { Output } from '../../api/types.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand } from '../../api/index.ts';
import { policy } from '@piazza/shared/policy';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import { KnowledgePaper } from './KnowledgePaper.tsx';
import { KnowledgeResult } from './KnowledgeResult.tsx';
import styles from './Onboarding.module.css';
import { StepPage } from './StepPage.tsx';

export type KnowledgeTest = Output<'protection.test'>;

/** What the venue answered to a step of the test is what there is now; the whole onboarding is read again. */
export function keepTest(test: KnowledgeTest): void {
  queryClient.setQueryData(queryKey('protection.test'), test);
  void queryClient.invalidateQueries({ queryKey: queryKey('protection.read') });
}

/** The entry knowledge test: its paper, and afterwards each question explained. */
export function KnowledgePage() {
  const { t } = useTranslation('onboarding');
  const { data: test, error, refetch } = useApi('protection.test');
  const [fresh, setFresh] = useState(false);
  const lead = { questions: policy.knowledgeQuestions, passMark: policy.knowledgePassMark };
  return (
    <StepPage title={t('knowledge.title')} lead={t('knowledge.lead', lead)}>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {test === undefined && error === null && <Skeletons shape="rows" count={6} />}
      {test !== undefined && test.paper !== null && (
        <KnowledgePaper
          paper={test.paper}
          onGraded={(graded) => {
            keepTest(graded);
            setFresh(true);
          }}
        />
      )}
      {test !== undefined && test.paper === null && (
        <>
          {test.result !== null && <KnowledgeResult result={test.result} fresh={fresh} />}
          <Start again={test.result !== null} quiet={test.result?.passed === true} />
        </>
      )}
    </StepPage>
  );
}

interface StartProps {
  readonly again: boolean;
  readonly quiet: boolean;
}

function Start({ again, quiet }: StartProps) {
  const { t } = useTranslation('onboarding');
  const draw = useCommand('protection.drawTest');
  return (
    <>
      {draw.error !== null && <ErrorState error={draw.error} />}
      <Button
        className={styles.submit ?? ''}
        variant={quiet ? 'default' : 'filled'}
        loading={draw.isPending}
        onClick={() => draw.mutate({}, { onSuccess: keepTest })}
      >
        {again ? t('knowledge.retry') : t('knowledge.start')}
      </Button>
    </>
  );
}
