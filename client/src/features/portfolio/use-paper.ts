import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The taking of one paper at a time: whether it is on its way, what to say when it is there, what went wrong. */
export function usePaper() {
  const { t } = useTranslation('portfolio');
  const [state, setState] = useState<{ busy: boolean; said: string; error: unknown }>({
    busy: false,
    said: '',
    error: null,
  });
  const take = async (paper: () => Promise<void>): Promise<void> => {
    setState({ busy: true, said: '', error: null });
    try {
      await paper();
      setState({ busy: false, said: t('papers.done'), error: null });
    } catch (error) {
      setState({ busy: false, said: '', error });
    }
  };
  return { ...state, take: (paper: () => Promise<void>): void => void take(paper) };
}
