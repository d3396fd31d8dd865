import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';

// A screen that is still loading has no title for a moment, or a hidden one, while its words come in another language.
const settleMs = 80;
const looks = 60;

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** After a navigation the focus goes to the new page's heading, and its title is read out. */
export function RouteAnnouncer() {
  const router = useRouter();
  const [title, setTitle] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) return;
      clearTimeout(timer);
      const look = (left: number) => {
        const target = document.getElementById('page-title') ?? document.getElementById('main');
        // After the first look the reader may have gone on by themselves.
        if (left === looks || isNowhere()) target?.focus({ preventScroll: true });
        if (isNowhere() && left > 0) timer = setTimeout(look, settleMs, left - 1);
        else setTitle(document.title);
      };
      timer = setTimeout(look, settleMs, looks);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return <LiveRegion text={title} />;
}
