import type { ListingId } from '@piazza/shared/values';
import { useApi } from '../../api/index.ts';
import styles from './Board.module.css';
import { Posts } from './Posts.tsx';
import { Rules } from './Rules.tsx';
import { Write } from './Write.tsx';

/** On the page of a market that is a bulletin board: what a post is, the posts, and where to write one. */
export function MarketBoard({ listingId }: { readonly listingId: ListingId }) {
  const { data: market } = useApi('markets.read', { params: { listingId } });
  return (
    <div className={styles.board}>
      <Rules />
      <Posts listingId={listingId} />
      {market !== undefined && <Write market={market} />}
    </div>
  );
}
