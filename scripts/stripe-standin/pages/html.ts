/** What a hosted page answers with: itself, or where to go. */
export type Page =
  | { readonly kind: 'html'; readonly status: number; readonly html: string }
  | { readonly kind: 'redirect'; readonly to: string };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export const redirect = (to: string): Page => ({ kind: 'redirect', to });

export const euros = (cents: number): string => `€ ${(cents / 100).toFixed(2)}`;

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f6f7f9; color: #1a1f36; }
  main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border-radius: .5rem; }
  label { display: block; margin-top: 1rem; font-weight: 600; }
  input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #697386; border-radius: .25rem; }
  input[type=checkbox] { width: auto; margin-right: .5rem; }
  button { font: inherit; margin-top: 1rem; padding: .6rem 1rem; border: 0; border-radius: .25rem; background: #4338ca; color: #fff; }
  button.second { background: #fff; color: #1a1f36; border: 1px solid #697386; }
  [role=alert] { padding: .75rem; border-left: .25rem solid #b3093c; background: #fde9ee; }
  aside { text-align: center; padding: .5rem; background: #ffe8a3; }`;

/** A whole page: its title is its heading. */
export const page = (title: string, content: string, status = 200): Page => ({
  kind: 'html',
  status,
  html: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Stripe stand-in</title><style>${style}</style></head>
<body><aside>Stand-in of Stripe: nothing here is real money.</aside>
<main><h1>${escaped(title)}</h1>
${content}
</main></body></html>
`,
});

export const alert = (message: string | undefined): string =>
  message === undefined ? '' : `<p role="alert">${escaped(message)}</p>`;

/** A labelled field of a form. */
export const field = (name: string, label: string, attributes = ''): string =>
  `<label for="${name}">${escaped(label)}</label><input id="${name}" name="${name}" ${attributes}>`;

export const button = (action: string, label: string, kind = ''): string =>
  `<button name="action" value="${action}" class="${kind}">${escaped(label)}</button>`;

export const nowhere = (): Page => page('Not found', '<p>There is no such page.</p>', 404);
