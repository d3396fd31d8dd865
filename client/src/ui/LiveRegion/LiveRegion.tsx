/** Says a text to screen readers when it changes, after what they are saying; invisible. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <output aria-live="polite" className="visually-hidden">
      {text}
    </output>
  );
}
