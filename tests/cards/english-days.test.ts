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

const ENGLISH_DAY = /\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

test.each([
  'announcements',
  'audit',
  'campaigns',
  'catalogue',
  'enrolment',
  'inquiries',
  'launch',
  'mentoring',
  'progress',
  'reminders',
  'stress-check',
])('an English card of %s shows a day', (feature) => {
  const own = english.filter(({ name }) => name.startsWith(`${feature}/`)).flatMap(({ texts }) => texts);
  expect(own.some((text) => ENGLISH_DAY.test(text))).toBe(true);
});
