import { idPrefixes, type IdKind } from '@piazza/shared/values';

/** Ids of the things one record creates: its seq in base 36, and a suffix from the second of a kind on. */
export function idSource(seq: number): (kind: IdKind) => string {
  const made = new Map<IdKind, number>();
  return (kind) => {
    const before = made.get(kind) ?? 0;
    made.set(kind, before + 1);
    return `${idPrefixes[kind]}_${seq.toString(36)}${before === 0 ? '' : `z${before.toString(36)}`}`;
  };
}
