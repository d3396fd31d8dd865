import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';

// A screen that is still loading has no title for a moment.
const settleMs = 80;

/** After a navigation the focus goes to the new page's heading, and its title is read out. */
export function RouteAnnouncer() {
  const router = useRouter();
  const [title, setTitle] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (fromLocation === undefined || !pathChanged) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const target = document.getElementById('page-title') ?? document.getElementById('main');
        target?.focus({ preventScroll: true });
        setTitle(document.title);
      }, settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router]);
  return <LiveRegion text={title} />;
}
