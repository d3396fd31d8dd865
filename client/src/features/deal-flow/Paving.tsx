const wedges = 9;
const rings = [150, 240, 330, 420, 510, 600, 690];
const [cx, cy, reach] = [400, 430, 760];

const point = (angle: number, radius: number): string =>
  `${(cx + radius * Math.cos(angle)).toFixed(1)} ${(cy + radius * Math.sin(angle)).toFixed(1)}`;

const rays = Array.from({ length: wedges - 1 }, (_, at) => {
  const angle = Math.PI + (Math.PI * (at + 1)) / wedges;
  return `M${point(angle, 60)}L${point(angle, reach)}`;
}).join('');
const arcs = rings
  .map((radius) => `M${cx - radius} ${cy}A${radius} ${radius} 0 0 1 ${cx + radius} ${cy}`)
  .join('');

/** The brick fan of an Italian square: nine wedges that open from one point. */
export function Paving({ className }: { readonly className: string | undefined }) {
  return (
    <svg viewBox="0 0 800 430" preserveAspectRatio="xMidYMax slice" className={className} aria-hidden="true">
      <path d={arcs} fill="none" stroke="currentColor" strokeWidth="1" strokeDasharray="26 3" />
      <path d={rays} fill="none" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
