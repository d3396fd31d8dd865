/**
 * Text written over several lines of source: indentation goes, lines of one paragraph join,
 * an empty line parts paragraphs.
 */
export function prose(parts: TemplateStringsArray): string {
  return parts
    .join('')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replaceAll(/\s*\n\s*/g, ' '))
    .join('\n\n');
}
