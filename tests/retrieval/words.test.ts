import fc from 'fast-check';
import { createKanaReader, learnVocabulary } from '../../src/retrieval/kana-reader';
import { countForeignWords, createSpelling, isOneSlipApart } from '../../src/retrieval/spelling';
import { gramsOf, wordsOf } from '../../src/retrieval/words';
import { thesaurus, tokenizer } from './library';

const keys = (text: string) => wordsOf(tokenizer.tokenize(text), thesaurus).map((word) => word.key);

test('what is asked about stays, how it is asked goes', () => {
  expect(keys('研修に申し込みたいのですが、どこへ聞けばいいですか')).toEqual(['研修', '申込', '聞く']);
  expect(keys('how do i apply for trainings')).toEqual(['apply', 'train']);
});

test('a phrase of several words is found as its synonyms are', () => {
  const [first] = wordsOf(tokenizer.tokenize('eラーニングを受ける'), thesaurus);
  expect(first?.senses.map((sense) => sense.group)).toContain('eラーニング|e-ラーニング|イーラーニング');
});

test('pairs of letters leave out hiragana, single letters all but kanji', () => {
  expect(gramsOf('健診のこと')).toEqual(['健', '健診', '診', '診の']);
  expect(gramsOf('OJT、研')).toEqual(['OJ', 'JT', '研']);
});

describe('hiragana', () => {
  const reader = createKanaReader(
    learnVocabulary(
      ['研修の申込について教えてください。', '新規採用職員の研修です。', '講師は研修の記録を書きます。'].map(
        (text) => tokenizer.tokenize(text),
      ),
    ),
  );

  test('is read with the words of the documents', () => {
    const read = reader.read('けんしゅうのもうしこみについておしえてください').map((token) => token.surface);
    expect(read).toEqual(expect.arrayContaining(['研修', '申込']));
    expect(read).not.toContain('師');
  });

  test('that no word covers gives nothing', () => {
    expect(reader.read('ぽぽぽぽ')).toEqual([]);
  });
});

describe('slips of the finger', () => {
  const word = fc
    .array(fc.constantFrom(...'メンタルヘスチェク'), { minLength: 4, maxLength: 9 })
    .map((letters) => letters.join(''));
  const place = fc.nat(100);
  const letter = fc.constantFrom(...'アイウ');

  test('one added, left out, mistaken or swapped letter is one slip', () => {
    fc.assert(
      fc.property(word, place, letter, (original, at, other) => {
        const here = at % original.length;
        const [before, after] = [original.slice(0, here), original.slice(here + 1)];
        const swapped = before + after.slice(0, 1) + original[here] + after.slice(1);
        for (const slip of [
          before + after,
          before + other + after,
          before + other + original[here] + after,
          swapped,
        ]) {
          expect(isOneSlipApart(original, slip)).toBe(true);
          expect(isOneSlipApart(slip, original)).toBe(true);
        }
      }),
    );
  });

  test('two are not', () => {
    expect(isOneSlipApart('メンタルケア', 'メソタルヶア')).toBe(false);
    expect(isOneSlipApart('メンター', 'メン')).toBe(false);
  });

  test('only unknown katakana and Latin words are repaired, to the commonest', () => {
    const spelling = createSpelling(
      countForeignWords(['メンタルヘルス', 'ストレスチェック', 'ストレスチェック', 'teams']),
    );
    expect(spelling.correct('ストレスチッェクと teems の案内')).toBe('ストレスチェックと teams の案内');
    expect(spelling.correct('メンタルヘルスのバス')).toBe('メンタルヘルスのバス');
  });
});
