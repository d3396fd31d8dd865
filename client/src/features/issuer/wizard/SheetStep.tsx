import { bearsInterest, changesCapital } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useParams } from '@tanstack/react-router';
import { Slot } from '../../../slots/slots.ts';
import { DateField, FigureField, LineField, ProseField } from './Fields.tsx';
import { Group } from './Group.tsx';
import { useHand } from './hand.ts';

/** What ECSPR Annex I asks beside the steps before. */
export function SheetStep() {
  const { t } = useTranslation('issuer');
  const { instrument } = useHand().draft.facts;
  const { listingId } = useParams({ from: '/issuer/listings/$listingId' });
  return (
    <>
      <Slot name="sheetLength" listingId={listingId} />
      <Group title={t('wizard.owner')}>
        <ProseField name="texts.activities" />
        <ProseField name="texts.responsible" rows={2} />
        <ProseField name="texts.contact" rows={2} />
        <LineField name="texts.accounts" />
        <ProseField name="texts.figures" rows={3} />
      </Group>
      <Group title={t('wizard.conditions')}>
        <FigureField name="facts.ownFunds" of="euro" />
        {bearsInterest(instrument) && (
          <>
            <DateField name="facts.maturityDate" type="date" />
            <ProseField name="texts.interestTerms" rows={2} />
          </>
        )}
        {changesCapital(instrument) && <ProseField name="texts.capitalChange" rows={2} />}
        <ProseField name="texts.rights" rows={3} />
        <ProseField name="texts.security" rows={2} />
        <ProseField name="texts.spv" rows={2} />
      </Group>
      <Group title={t('wizard.risksByKind')}>
        <ProseField name="texts.riskSector" rows={3} />
        <ProseField name="texts.riskDefault" rows={3} />
        <ProseField name="texts.riskReturn" rows={3} />
        <ProseField name="texts.riskLiquidity" rows={3} />
        <ProseField name="texts.riskOther" rows={2} />
      </Group>
    </>
  );
}
