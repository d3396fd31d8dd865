import type { Notice } from '@piazza/shared/contract';
import { useNoticeText } from '../ui/NoticeText/useNoticeText.ts';

export function NoticeToast({ notice }: { readonly notice: Notice }) {
  return useNoticeText()(notice);
}
