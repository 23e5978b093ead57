import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale, Reply } from '../../../src/core/turn';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';

const EMPLOYEE = '100001';

let office: TestBot;
beforeAll(async () => {
  office = await createTestBot();
});
afterAll(() => office.close());

const say = async (text: string, locale: Locale): Promise<string> =>
  shown(await office.say(EMPLOYEE, text, locale));

/** What is left of Japanese, apart from names in parentheses. */
const japaneseIn = (text: string): string[] =>
  text.replaceAll(/\([^()]*\)/g, '').match(/[ぁ-んァ-ヶ一-龠々]+/g) ?? [];

describe('to someone whose client speaks English', () => {
  test('an answer, its source and its desk are in English', async () => {
    const text = await say('資格の勉強のお金って出る？', 'en');
    expect(text).toContain('1.1.2 Support for correspondence courses and qualification courses');
    expect(text).toContain('HR section, staff training');
    expect(japaneseIn(text)).toEqual([]);
  });

  test('desks with their hours and notes are in English', async () => {
    const text = await say('counselling desks', 'en');
    expect(text).toContain('24 hours · Calls are free.');
    expect(japaneseIn(text)).toEqual([]);
  });

  test('lists of courses and the card of one are in English', async () => {
    expect(japaneseIn(await say('Which courses on DX are there next month?', 'en'))).toEqual([]);
    const course: Reply = await office.turn(
      await office.aadOf(EMPLOYEE),
      { kind: 'action', verb: 'catalogue.course', data: { id: 'C-064' }, automatic: false },
      { locale: 'en' },
    );
    expect(shown(course)).toContain('Workshop on using generative AI');
    expect(shown(course)).toContain('take home prompts');
  });
});

test('a Japanese client shows Japanese, whatever the language of the question', async () => {
  const text = await say('What is the mentor programme?', 'ja');
  expect(text).toContain('メンター・メンティ制度');
  expect(text).not.toContain('intensively');
});

describe('an English question', () => {
  /** Not in the data; any of the ids answers it. */
  const questions = readFileSync(path.join(__dirname, 'english-questions.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

  test('finds its entry: four of five at first place, nearly all among the first three', async () => {
    const known = await office.bot.knowledge();
    const places = await Promise.all(
      questions.map(async ([question = '', ids = '']) => {
        const { hits } = await known.search(question, { limit: 3, private: false });
        return hits.findIndex(({ id }) => ids.split(' ').includes(id));
      }),
    );
    const share = (places: readonly number[]): number => places.length / questions.length;
    expect(share(places.filter((place) => place === 0))).toBeGreaterThanOrEqual(0.8);
    expect(share(places.filter((place) => place >= 0))).toBeGreaterThanOrEqual(0.92);
  });

  test.each([
    'What is the capital of France?',
    'How do I cook rice?',
    'Who painted the Mona Lisa?',
    'Which bus goes to the station?',
    'What is the exchange rate of the dollar?',
    'How do quantum computers work?',
    'Where can I buy stamps?',
    'Why is the sky blue?',
  ])('about another matter is not known: %s', async (question) => {
    expect(await say(question, 'en')).toContain('I could not find an answer');
  });

  test('finds courses by their English titles', async () => {
    const text = await say('Is there a sign language course?', 'en');
    expect(text).toContain('Introduction to sign language for the counter');
    expect(text).not.toContain('Bookkeeping');
  });
});
