/** Three arches of a portico that rise like a chart. */
export function Logo({ size = 36 }: { readonly size?: number }) {
  return <img src="/logo.svg" alt="" width={size} height={size} />;
}
