import type { PostView } from '@piazza/shared/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../locale/use-format.ts';

type Wish = Pick<PostView, 'side' | 'quantity' | 'price'>;

/** A post in words: who would like what, and at what price. */
export function usePostText(): {
  readonly wish: (post: Wish) => string;
  readonly price: (post: Wish) => string;
  /** Both, to tell one post from the others. */
  readonly name: (post: Wish) => string;
} {
  const { t } = useTranslation('board');
  const { moneyExact, number } = useFormat();
  const wish = ({ side, quantity }: Wish) =>
    t(`wish.${side}`, { count: quantity, quantity: number(quantity) });
  const price = ({ price: idea }: Wish) =>
    idea === null ? t('price.open') : t('price.around', { price: moneyExact(idea) });
  return { wish, price, name: (post) => `${wish(post)}, ${price(post)}` };
}
