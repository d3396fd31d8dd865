import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { MarketView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused, queryClient, useApi, useCommand } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { FormErrors, type FieldError } from '../../ui/FormErrors/FormErrors.tsx';
import styles from './Board.module.css';
import { emptyDraft, noteMost, readPost, type Draft, type Field } from './reading.ts';

/** Units of the listing that the reader may offer; undefined while unknown. */
function useFreeUnits({ listingId }: MarketView): number | undefined {
  const { data } = useApi('holdings.mine');
  if (data === undefined) return undefined;
  return data.items.find((holding) => holding.listingId === listingId)?.units ?? 0;
}

/** What is typed, what is wrong with it once it was sent, and the sending. */
function usePosting(market: MarketView) {
  const { t } = useTranslation('board');
  const { locale, number } = useFormat();
  const [draft, setDraft] = useState(emptyDraft);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const freeUnits = useFreeUnits(market);
  const post = useCommand('board.post');
  const reading = readPost(draft, freeUnits, locale);
  const facts = { count: freeUnits ?? 0, units: number(freeUnits ?? 0), most: number(noteMost) };
  const wrong: readonly FieldError[] =
    'post' in reading
      ? []
      : reading.problems.map(({ field, kind }) => ({
          field: `post-${field}`,
          text: t(`problem.${kind}`, facts),
        }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setErrors(wrong);
    if (!('post' in reading)) return;
    post.mutate(
      { params: { listingId: market.listingId }, body: reading.post },
      {
        onSuccess: () => {
          setDraft({ ...emptyDraft, side: draft.side });
          void queryClient.invalidateQueries({ queryKey: ['board.list'] });
        },
      },
    );
  };
  return {
    draft,
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    errors,
    /** A field that was put right says so at once; the summary stays until the next try. */
    errorOf: (field: Field) =>
      errors.some((error) => error.field === `post-${field}`)
        ? wrong.find((error) => error.field === `post-${field}`)?.text
        : undefined,
    freeUnits,
    post,
    submit,
  };
}
type Posting = ReturnType<typeof usePosting>;

/** Where a post is written. */
export function PostForm({ market }: { readonly market: MarketView }) {
  const { t } = useTranslation('board');
  const { date } = useFormat();
  const posting = usePosting(market);
  const { draft, errors, post, submit } = posting;
  const posted = errors.length === 0 && post.data !== undefined;
  return (
    <>
      <output className={posted ? styles.done : 'visually-hidden'}>
        {posted && t('form.posted', { until: date(post.data.expiresAt) })}
      </output>
      <form noValidate className={styles.form} onSubmit={submit} aria-labelledby="board-write">
        <FormErrors errors={errors} />
        <Figures posting={posting} market={market} />
        <Words posting={posting} />
        {post.error !== null &&
          (isRefused(post.error, 'too_many_orders') ? (
            <p role="alert" className={styles.refused}>
              {t('problem.full', { most: policy.postsPerAccount })}
            </p>
          ) : (
            <ErrorState error={post.error} />
          ))}
        <Button type="submit" size="md" loading={post.isPending}>
          {t(`form.send_${draft.side}`)}
        </Button>
      </form>
    </>
  );
}

interface PartProps {
  readonly posting: Posting;
}

function Figures({ posting, market }: PartProps & { readonly market: MarketView }) {
  const { t } = useTranslation('board');
  const { moneyExact, number } = useFormat();
  const { draft, change, errorOf, freeUnits } = posting;
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('form.side')}
        value={draft.side}
        onChange={(side) => change({ side })}
        data={[
          { value: 'buy', label: t('form.buy') },
          { value: 'sell', label: t('form.sell') },
        ]}
      />
      <TextInput
        id="post-quantity"
        label={t('form.quantity')}
        description={
          draft.side === 'sell' && freeUnits !== undefined
            ? t('form.holds', { count: freeUnits, units: number(freeUnits) })
            : undefined
        }
        value={draft.quantity}
        error={errorOf('quantity')}
        onChange={(event) => change({ quantity: event.currentTarget.value })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={13}
      />
      <TextInput
        id="post-price"
        label={t('form.price')}
        description={t('form.priceHelp', { price: moneyExact(market.reference) })}
        value={draft.price}
        error={errorOf('price')}
        onChange={(event) => change({ price: event.currentTarget.value })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={12}
      />
    </>
  );
}

function Words({ posting: { draft, change, errorOf } }: PartProps) {
  const { t } = useTranslation('board');
  return (
    <>
      <Textarea
        id="post-note"
        label={t('form.note')}
        description={t('form.noteHelp')}
        value={draft.note}
        error={errorOf('note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
        autosize
        minRows={2}
        maxLength={noteMost}
      />
      <Checkbox
        id="post-consent"
        checked={draft.consent}
        error={errorOf('consent')}
        onChange={(event) => change({ consent: event.currentTarget.checked })}
        label={t('form.consent')}
      />
    </>
  );
}
