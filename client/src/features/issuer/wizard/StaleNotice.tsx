import { Button, Group, Modal, Radio } from '@mantine/core';
import type { ListingView } from '@piazza/shared/contract';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey } from '../../../api/index.ts';
import { useFormat } from '../../../locale/use-format.ts';
import type { Saved } from '../draft/autosave.ts';
import { inputOf, type Field } from '../draft/fields.ts';
import { openForm } from '../draft/form.ts';
import { compareDrafts, mergeDrafts } from '../draft/merge.ts';
import { useHand } from './hand.ts';
import styles from './StaleNotice.module.css';

/** Somebody saved the draft elsewhere: nothing is overwritten, nothing typed is lost, the reader chooses. */
export function StaleNotice({ listing }: { readonly listing: ListingView }) {
  const { t } = useTranslation(['issuer', 'ui']);
  const { state, saved } = useHand();
  const [open, setOpen] = useState(false);
  const { id: listingId, draft, revision, savedAt } = listing;
  const stale = state.phase === 'stale';
  useEffect(() => {
    if (stale)
      void queryClient.invalidateQueries({ queryKey: queryKey('listings.read', { params: { listingId } }) });
  }, [stale, listingId]);
  if (!stale) return null;
  return (
    <section className={styles.notice} aria-label={t('issuer:stale.title')} role="alert">
      <p className={styles.title}>{t('issuer:stale.title')}</p>
      <p>{t('issuer:stale.text')}</p>
      <Button variant="default" disabled={revision <= saved.revision} onClick={() => setOpen(true)}>
        {t('issuer:stale.open')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('issuer:stale.dialog')}
        closeButtonProps={{ 'aria-label': t('ui:confirm.cancel') }}
        size="xl"
      >
        <Compare theirs={{ draft, revision, savedAt }} onDone={() => setOpen(false)} />
      </Modal>
    </section>
  );
}

function Compare({ theirs, onDone }: { readonly theirs: Saved; readonly onDone: () => void }) {
  const { t } = useTranslation(['issuer', 'issuerFields']);
  const format = useFormat();
  const { draft, saved, agree } = useHand();
  const [given, setGiven] = useState<readonly Field[]>([]);
  const { both, mine, theirs: only } = compareDrafts(saved.draft, draft, theirs.draft);
  const names = (fields: readonly Field[]) =>
    format.list(fields.map((field) => t(`issuerFields:${field}.label`)));
  const finish = (fields: readonly Field[]) => {
    agree(theirs, mergeDrafts(theirs.draft, draft, fields));
    onDone();
  };
  return (
    <div className={styles.compare}>
      <p>{both.length === 0 ? t('issuer:stale.none') : t('issuer:stale.both', { count: both.length })}</p>
      {both.map((field) => (
        <Choice
          key={field}
          field={field}
          theirs={theirs}
          mine={!given.includes(field)}
          onChoose={(keepMine) =>
            setGiven((old) => (keepMine ? old.filter((each) => each !== field) : [...old, field]))
          }
        />
      ))}
      {mine.length > 0 && <p>{t('issuer:stale.onlyMine', { fields: names(mine) })}</p>}
      {only.length > 0 && <p>{t('issuer:stale.onlyTheirs', { fields: names(only) })}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => finish([])}>
          {t('issuer:stale.drop')}
        </Button>
        <Button onClick={() => finish([...mine, ...both.filter((field) => !given.includes(field))])}>
          {t('issuer:stale.apply')}
        </Button>
      </Group>
    </div>
  );
}

interface ChoiceProps {
  readonly field: Field;
  readonly theirs: Saved;
  readonly mine: boolean;
  readonly onChoose: (mine: boolean) => void;
}

function Choice({ field, theirs, mine, onChoose }: ChoiceProps) {
  const { t } = useTranslation(['issuer', 'issuerFields']);
  const { locale } = useFormat();
  const { form } = useHand();
  const there = openForm(theirs.draft, locale);
  const shown = (text: string) => (
    <span className={styles.words}>{text === '' ? t('issuer:stale.blank') : text}</span>
  );
  return (
    <Radio.Group
      label={t(`issuerFields:${field}.label`)}
      value={mine ? 'mine' : 'theirs'}
      onChange={(value) => onChoose(value === 'mine')}
    >
      <div className={styles.versions}>
        <Radio.Card value="mine" className={styles.version ?? ''}>
          <strong>{t('issuer:stale.mine')}</strong>
          {shown(form[inputOf(field)])}
        </Radio.Card>
        <Radio.Card value="theirs" className={styles.version ?? ''}>
          <strong>{t('issuer:stale.theirs')}</strong>
          {shown(there[inputOf(field)])}
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}
