import { useId, useMemo } from 'react';
import { pavement } from './pattern.ts';

interface VentureMarkProps {
  readonly name: string;
  /** Pixels. */
  readonly size?: number;
}

/** An emblem laid from the venture's name, under an arch: no image is uploaded, none is fetched. */
export function VentureMark({ name, size = 48 }: VentureMarkProps) {
  const clip = useId();
  const { ground, stones } = useMemo(() => pavement(name), [name]);
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <clipPath id={clip}>
        <path d="M2 48V22a22 22 0 0 1 44 0v26z" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="48" height="48" fill={ground} />
        {stones.map(({ key, path, transform, fill }) => (
          <path key={key} d={path} transform={transform} fill={fill} />
        ))}
      </g>
    </svg>
  );
}
