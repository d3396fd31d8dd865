import type { Candle } from '@piazza/shared/contract';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../../locale/use-format.ts';
import type { auctionPoints } from './candles.ts';
import type { Drawing } from './drawing.ts';
import styles from './PriceChart.module.css';

interface CanvasProps {
  readonly candles: readonly Candle[];
  readonly auctions: ReturnType<typeof auctionPoints>;
  readonly byDay: boolean;
  /** What the picture says, in words. */
  readonly text: string;
}

/** The drawn chart. Its library comes when the first chart is shown. */
export function Canvas({ candles, auctions, byDay, text }: CanvasProps) {
  const format = useFormat();
  const container = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let mine: Drawing | null = null;
    let left = false;
    void import('./drawing.ts').then(({ draw }) => {
      if (left || container.current === null) return;
      mine = draw(container.current, format);
      setDrawing(mine);
    });
    return () => {
      left = true;
      mine?.remove();
      setDrawing(null);
    };
  }, [format]);
  useEffect(() => drawing?.show(candles, auctions, byDay), [drawing, candles, auctions, byDay]);
  useEffect(() => {
    if (drawing === null) return undefined;
    const observer = new MutationObserver(drawing.recolour);
    observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => observer.disconnect();
  }, [drawing]);
  return (
    <figure className={styles.figure}>
      <div ref={container} aria-hidden="true" className={styles.canvas} />
      <figcaption className="visually-hidden">{text}</figcaption>
    </figure>
  );
}
