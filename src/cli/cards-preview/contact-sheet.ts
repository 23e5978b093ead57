export interface Picture {
  readonly card: string;
  readonly example: string;
  /** `360 light`. */
  readonly look: string;
  readonly file: string;
}

/** One page with all pictures: a row an example, grouped by card. `pictures` come in the order in which they are shown. */
export function contactSheet(pictures: readonly Picture[]): string {
  const cards = [...Map.groupBy(pictures, ({ card }) => card)];
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>育成ナビのカード</title>
<style>
  body { margin: 24px; background: #e7ecea; color: #1c2a25; font: 15px/1.6 sans-serif; }
  nav a { display: inline-block; margin-right: 1em; color: #0b6e5a; }
  h2 { margin: 40px 0 0; }
  .row { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; }
  figcaption { color: #53645d; font-size: 13px; }
</style>
<h1>育成ナビのカード（${cards.length}種、${pictures.length}枚）</h1>
<nav>${cards.map(([card]) => `<a href="#${html(card)}">${html(card)}</a>`).join('\n')}</nav>
${cards.map(([card, shown]) => section(card, shown)).join('\n')}
</html>
`;
}

function section(card: string, pictures: readonly Picture[]): string {
  const examples = [...Map.groupBy(pictures, ({ example }) => example)];
  const rows = examples.map(
    ([example, shown]) =>
      `<h3>${html(example)}</h3>\n<div class="row">\n${shown.map(figure).join('\n')}\n</div>`,
  );
  return `<h2 id="${html(card)}">${html(card)}</h2>\n${rows.join('\n')}`;
}

const figure = ({ card, example, look, file }: Picture): string =>
  `<figure><figcaption>${html(look)}</figcaption><img loading="lazy" src="${html(file)}" alt="${html(`${card} ${example} ${look}`)}"></figure>`;

const html = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
