import { html } from 'hono/html';

export const PAGE_STYLE = '/auth/page.css';

/** A page for the moments before the app is there: one sentence, and the way back. */
export function sentencePage(sentence: string) {
  return page(html`<p>${sentence}</p><p><a href="/">Tilbake til Fotfeste</a></p>`);
}

/** The frame all pages outside the app share. Works without script. */
export function page(content: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="nb">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fotfeste</title>
<link rel="stylesheet" href="${PAGE_STYLE}">
<main>
<h1>Fotfeste</h1>
${content}
</main>
</html>`;
}

export const pageStyle = `
:root { color-scheme: light dark; --ground: #f4f6f5; --card: #fff; --ink: #17211d; --quiet: #4c5a54; --line: #c9d3ce; --mark: #005e6e; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #101614; --card: #1a2320; --ink: #eef3f1; --quiet: #b3c0ba; --line: #38453f; --mark: #7fd0dd; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground);
  color: var(--ink); font: 1.125rem/1.5 Inter, system-ui, sans-serif; }
main { width: 100%; max-width: 34rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.2; }
p { margin: 0 0 1rem; }
.quiet { color: var(--quiet); font-size: 1rem; }
a { color: var(--mark); }
ul { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: .75rem; }
button { width: 100%; min-height: 56px; padding: .75rem 1rem; text-align: start; font: inherit; color: inherit; cursor: pointer;
  background: transparent; border: 2px solid var(--line); border-radius: .75rem; }
button:hover { border-color: var(--mark); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
button strong, button span { display: block; }
button span { color: var(--quiet); font-size: 1rem; }
`;
