/** A cell that no spreadsheet takes for a formula, and that keeps its commas and quotes. Plain negative numbers stay numbers. */
function cell(value: string): string {
  const formula = /^[=+\-@\t\r]/.test(value) && !/^-[0-9]+(?:\.[0-9]+)?$/.test(value);
  const safe = formula ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a BOM, so that spreadsheets read the accents. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
