// Draws every card with every example to var/cards/: npm run cards:preview -- [words of card names]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { allCards } from '../card-catalogue';
import { contactSheet, type Picture } from './cards-preview/contact-sheet';
import { drawCard, openGallery, type Theme } from './cards-preview/gallery';
import { chromiumOptions, findChromium } from './chromium';

const OUTPUT = path.join(__dirname, '../../var/cards');
/** A phone, and a chat at full width. */
const WIDTHS = [360, 700];
const THEMES: readonly Theme[] = ['light', 'dark'];

async function main(words: readonly string[]): Promise<number> {
  const executable = findChromium(process.env);
  if (executable === null) {
    console.error(
      'Chromium が見つからないため、カードを描けません。apt-get install chromium などで入れるか、場所を CHROMIUM_PATH で指定してください。\n' +
        'No Chromium was found: install one, or name it in CHROMIUM_PATH.',
    );
    return 1;
  }
  const cards = allCards.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  const browser = await chromium.launch(chromiumOptions(executable));
  try {
    const page = await browser.newPage();
    await openGallery(page);
    const pictures: Picture[] = [];
    for (const card of cards) {
      for (const [example, view] of Object.entries(card.examples)) {
        const rendered = card.render(view);
        for (const [width, theme] of WIDTHS.flatMap((width) =>
          THEMES.map((theme) => [width, theme] as const),
        )) {
          const file = `${card.name.replaceAll('/', '-')}--${example}--${width}-${theme}.png`;
          writeFileSync(path.join(OUTPUT, file), await drawCard(page, rendered, { width, theme }));
          pictures.push({ card: card.name, example, look: `${width} ${theme}`, file });
        }
      }
    }
    writeFileSync(path.join(OUTPUT, 'index.html'), contactSheet(pictures));
    console.log(`${cards.length} cards, ${pictures.length} pictures → var/cards/index.html`);
    return 0;
  } finally {
    await browser.close();
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
