interface ArcadeProps {
  readonly arches?: number;
}

/** A row of arches, the venue's ornament. Takes the colour of the text around it; says nothing to a screen reader. */
export function Arcade({ arches = 7 }: ArcadeProps) {
  const tile = 24;
  const holes = Array.from({ length: arches }, (_, at) => {
    const x = at * tile + 4;
    return `M${x} 34V18a8 8 0 0 1 16 0v16z`;
  });
  const width = arches * tile;
  return (
    <svg viewBox={`0 0 ${width} 36`} width="100%" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        fillRule="evenodd"
        d={`M0 34V5h${width}v29z${holes.join('')}M0 0h${width}v3H0zM0 34h${width}v2H0z`}
      />
    </svg>
  );
}
