import { Button } from '@mantine/core';
import {
  commitmentId as commitmentIdSchema,
  offerId as offerIdSchema,
  listingId as listingIdSchema,
  organisationId as organisationIdSchema,
  proposalId as proposalIdSchema,
  type Notice,
} from '@piazza/shared/contract';
import type { CommitmentId, ListingId, OfferId } from '@piazza/shared/values';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryKey, useApi, useCommand, usePages } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { useVenueNow } from '../../realtime/index.ts';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState/ErrorState.tsx';
import { useNoticeText } from '../../ui/NoticeText/useNoticeText.ts';
import { PageHeader } from '../../ui/PageHeader/PageHeader.tsx';
import { Skeletons } from '../../ui/Skeletons/Skeletons.tsx';
import styles from './Notices.module.css';

const pageSize = 20;

/** What the venue told this person. To have them on screen is to have read them. */
export function NoticesPage() {
  const { t } = useTranslation(['account', 'ui']);
  const pages = usePages('me.notices', { query: { limit: pageSize } });
  const notices = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = pages.data?.pages[0]?.unread ?? 0;
  const fresh = useMarkRead(notices[0]?.id, unread);
  return (
    <>
      <PageHeader title={t('account:notices.title')} lead={t('account:notices.lead')} />
      {pages.isPending && <Skeletons shape="rows" count={5} />}
      {pages.isError && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && notices.length === 0 && (
        <EmptyState title={t('account:notices.emptyTitle')}>{t('account:notices.emptyText')}</EmptyState>
      )}
      <ol className={styles.list}>
        {notices.map((notice, at) => (
          <NoticeLine key={notice.id} notice={notice} fresh={at < fresh} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('ui:more')}
        </Button>
      )}
    </>
  );
}

/** Marks everything up to the newest as read. @returns how many were new when the page was opened. */
function useMarkRead(newest: string | undefined, unread: number): number {
  const { mutate } = useCommand('me.readNotices');
  const [fresh, setFresh] = useState(0);
  if (unread > fresh) setFresh(unread);
  useEffect(() => {
    if (newest === undefined || unread === 0) return;
    mutate(
      { body: { upTo: newest } },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: queryKey('me.notices') }) },
    );
  }, [newest, unread, mutate]);
  return fresh;
}

function NoticeLine({ notice, fresh }: { readonly notice: Notice; readonly fresh: boolean }) {
  const { t } = useTranslation('account');
  const text = useNoticeText();
  const format = useFormat();
  const now = useVenueNow(10_000);
  return (
    <li className={styles.notice}>
      <p className={styles.text}>
        {fresh && <span className={styles.new}>{t('notices.new')}</span>} {text(notice)}{' '}
        <NoticeLink kind={notice.kind} subject={notice.subject} />
      </p>
      <time
        dateTime={new Date(notice.at).toISOString()}
        title={format.dateTime(notice.at)}
        className={styles.at}
      >
        {format.ago(notice.at, now)}
      </time>
    </li>
  );
}

const ofMoney = /^(?:payment|refund|commitment)_/;
const ofProtection = /^(?:identity|class)_/;
const ofDuties = /^(?:manager_trade|impact_report|financial_report|report)_/;
const screens = {
  listing: '/listings/$listingId',
  market: '/markets/$listingId',
  duties: '/listings/$listingId/duties',
} as const;

function NoticeLink({ kind, subject }: Pick<Notice, 'kind' | 'subject'>) {
  const { t } = useTranslation('account');
  const issuer = organisationIdSchema.safeParse(subject['organisation']);
  if (kind.startsWith('withdrawal_') && issuer.success)
    return (
      <Link to="/issuer/organisations/$organisationId/money" params={{ organisationId: issuer.data }}>
        {t('notices.open')}
      </Link>
    );
  if (kind.startsWith('withdrawal_')) return <Link to="/portfolio/payments">{t('notices.open')}</Link>;
  const commitment = commitmentIdSchema.safeParse(subject['commitment']);
  if (commitment.success && ofMoney.test(kind)) return <CommitmentLink commitmentId={commitment.data} />;
  if (ofProtection.test(kind)) return <Link to="/onboarding">{t('profile.onboarding')}</Link>;
  const proposal = proposalIdSchema.safeParse(subject['proposal']);
  if (proposal.success)
    return (
      <Link to="/desk/proposals/$proposalId" params={{ proposalId: proposal.data }}>
        {t('notices.open')}
      </Link>
    );
  const offer = offerIdSchema.safeParse(subject['offer']);
  if (offer.success) return <OfferLink offerId={offer.data} />;
  const listing = listingIdSchema.safeParse(subject['listing']);
  if (!listing.success) return null;
  const to = ofDuties.test(kind) ? 'duties' : 'post' in subject ? 'market' : 'listing';
  return <ListingLink listingId={listing.data} to={to} />;
}

function CommitmentLink({ commitmentId }: { readonly commitmentId: CommitmentId }) {
  const { t } = useTranslation('account');
  const { data } = useApi('commitments.read', { params: { commitmentId } });
  return (
    <Link to="/portfolio/commitments/$commitmentId" params={{ commitmentId }}>
      {data?.title ?? t('notices.open')}
    </Link>
  );
}

// Notices carry ids, not words; an offer that many of them speak of is read once.
function OfferLink({ offerId }: { readonly offerId: OfferId }) {
  const { t } = useTranslation('account');
  const { data } = useApi('offers.read', { params: { offerId } });
  return (
    <Link to="/offers/$offerId" params={{ offerId }}>
      {data?.title ?? t('notices.open')}
    </Link>
  );
}

interface ListingLinkProps {
  readonly listingId: ListingId;
  /** What is said of a post can be seen on the market's page, what is owed on that of the duties. */
  readonly to: keyof typeof screens;
}

function ListingLink({ listingId, to }: ListingLinkProps) {
  const { t } = useTranslation('account');
  const { data } = useApi('listings.read', { params: { listingId } });
  return (
    <Link to={screens[to]} params={{ listingId }}>
      {data === undefined || data.draft.texts.title === '' ? t('notices.open') : data.draft.texts.title}
    </Link>
  );
}
