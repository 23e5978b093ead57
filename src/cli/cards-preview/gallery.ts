import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { CardJson } from '../../core/turn';

export type Theme = 'light' | 'dark';

const ROOT = path.join(__dirname, '../../..');
/** An address that only exists inside the browser: each file is handed over by `serve`. */
const ORIGIN = 'http://cards.preview';
const LIBRARIES: Readonly<Record<string, string>> = {
  'adaptivecards.js': require.resolve('adaptivecards/dist/adaptivecards.min.js'),
  'markdown-it.js': require.resolve('markdown-it/browser'),
};
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

/** The local chat page's own code draws the cards, so that both look alike. */
const HTML = `<!doctype html>
<html lang="ja">
<link rel="stylesheet" href="/page/colours.css">
<link rel="stylesheet" href="/page/cards.css">
<script src="/library/markdown-it.js"></script>
<script src="/library/adaptivecards.js"></script>
<body><div id="frame" style="padding: 12px; background: var(--back)"></div></body>
<script type="module">
  import { renderCard } from '/page/card-view.mjs';
  window.draw = (card, theme, width) => {
    document.documentElement.dataset.theme = theme;
    const frame = document.getElementById('frame');
    frame.style.width = width + 'px';
    frame.replaceChildren(renderCard(card, { theme, label: '', moreActions: '…', run: async () => {} }).element);
  };
</script>
</html>`;

/** Makes `page` ready for `drawCard`. Rejects when the local page has not been built. */
export async function openGallery(page: Page): Promise<void> {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = fileOf(pathname);
    if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: HTML });
    else if (file === null) await route.fulfill({ status: 404 });
    else
      await route.fulfill({
        contentType: TYPES[path.extname(file)] ?? 'text/plain',
        body: await readFile(file),
      });
  });
  await page.goto(ORIGIN);
  await page.waitForFunction('typeof window.draw === "function"', undefined, { timeout: 10_000 });
}

function fileOf(pathname: string): string | null {
  const [, folder, name = ''] = pathname.split('/');
  if (folder === 'library') return LIBRARIES[name] ?? null;
  if (folder !== 'page') return null;
  return path.join(ROOT, name.endsWith('.css') ? 'src/local/page' : 'dist/local/page', name);
}

/** A picture (PNG) of the card, as wide as given in CSS pixels. */
export async function drawCard(
  page: Page,
  card: CardJson,
  look: { theme: Theme; width: number },
): Promise<Buffer> {
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.evaluate(`draw(${JSON.stringify(card)}, ${JSON.stringify(look.theme)}, ${look.width})`);
  return page.locator('#frame').screenshot({ animations: 'disabled' });
}
