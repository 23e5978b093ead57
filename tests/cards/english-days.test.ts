import { allCards } from '../../src/card-catalogue';
import { textsIn } from './card-texts';

const JAPANESE_DAY =
  /\d+\/\d+\([日月火水木金土]\)|(?:令和|平成)(?:\d+|元)年\d|\d+月(?:\d+日|$)|[日月火水木金土]曜|午前|午後/;

const english = allCards.flatMap(({ name, examples, render }) =>
  Object.entries(examples).flatMap(([example, view]) => {
    const card = render(view);
    return card.lang === 'en' ? [{ name, example, texts: [...textsIn(card)].map(({ text }) => text) }] : [];
  }),
);

test.each(english)('$name in English ($example) shows no Japanese day', ({ texts }) => {
  expect(texts.filter((text) => JAPANESE_DAY.test(text))).toEqual([]);
});

test('there are English cards that show a day', () => {
  const days = english.filter(({ texts }) => texts.some((text) => /\b\d{1,2} [A-Z][a-z]{2,}\b/.test(text)));
  expect(days.length).toBeGreaterThan(5);
});
