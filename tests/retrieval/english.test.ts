import {
  createEnglishTokenizer,
  createRetriever,
  createThesaurus,
  ENGLISH_WORDS,
  isEnglish,
  noTokenCache,
} from '../../src/retrieval';

test.each([
  ['Who pays for my course?', true],
  ['overtime', true],
  ['DXって何?', false],
  ['OJT', false],
  ['1on1の面談', false],
  ['Teams の使い方', false],
])('%s is English: %s', (text, expected) => {
  expect(isEnglish(text)).toBe(expected);
});

test('all forms of a word are one word', () => {
  const basesOf = (text: string): string[] =>
    createEnglishTokenizer()
      .tokenize(text)
      .map(({ base }) => base);
  for (const forms of [
    'train trains training trained trainer',
    'study studies',
    'manager’s management manage',
  ])
    expect(new Set(basesOf(forms)).size).toBe(1);
  expect(basesOf('e-mail, please!')).toHaveLength(3);
});

describe('an English index', () => {
  const index = createRetriever({
    tokenizer: createEnglishTokenizer(),
    cache: noTokenCache,
    thesaurus: createThesaurus(ENGLISH_WORDS),
    language: 'en',
  }).buildIndex([
    {
      id: 'job',
      question: 'Can employees have a side job?',
      alternates: [],
      answer: 'Ask for permission first.',
    },
    {
      id: 'leave',
      question: 'How do I take annual leave?',
      alternates: [],
      answer: 'Tell your section head.',
    },
    {
      id: 'phone',
      question: 'How do I answer the phone?',
      alternates: ['pick up a call'],
      answer: 'Politely.',
    },
  ]);

  test('knows everyday words and phrases, and repairs a slip', () => {
    expect(index.search('I want to go moonlighting', 1).hits[0]?.id).toBe('job');
    expect(index.search('How do I get a day off?', 1).hits[0]?.id).toBe('leave');
    expect(index.search('anual holidays', 1).hits[0]?.id).toBe('leave');
  });

  test('takes no word for another that begins differently', () => {
    expect(index.search('kick', 1).hits[0]?.matched.coverage).toBe(0);
  });
});
