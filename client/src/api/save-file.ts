/** Hands something over as a file, under that name. A plain link could not carry the access token, which lives in memory alone. */
export function saveFile(name: string, content: readonly BlobPart[], type: string): void {
  const href = URL.createObjectURL(new Blob([...content], { type }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
