import fc from 'fast-check';
import {
  foldLongVowel,
  foldOkurigana,
  isTypedInKana,
  normalise,
  toKatakana,
} from '../../src/retrieval/normalise';

test.each([
  ['Ｅラーニング', 'eラーニング'],
  ['ｹﾝｼｭｳ', 'ケンシュウ'],
  ['メンタ−', 'メンター'],
  ['Off‐JT', 'off-jt'],
  ['９時〜１７時', '9時~17時'],
  ['  研修　の\n案内 ', '研修 の 案内'],
])('%s is compared as %s', (typed, compared) => {
  expect(normalise(typed)).toBe(compared);
});

test('normalising twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
    }),
  );
});

test.each([
  [['申し込む', '申込み', '申込'], '申込'],
  [['受け取る', '受取り'], '受取'],
  [['見る'], '見る'],
  [['研修'], '研修'],
])('%j are one word', (spellings, folded) => {
  expect(new Set(spellings.map(foldOkurigana))).toEqual(new Set([folded]));
});

test('a final long vowel counts only in short words', () => {
  expect(foldLongVowel('コンピューター')).toBe('コンピュータ');
  expect(foldLongVowel('バリアー')).toBe('バリア');
  expect(foldLongVowel('コピー')).toBe('コピー');
});

test('hiragana becomes katakana, the rest stays', () => {
  expect(toKatakana('けんしゅう研修A')).toBe('ケンシュウ研修A');
});

test.each([
  ['めんたーせいどってなに', true],
  ['けんしゅうの申込はどうすればいいですか', true],
  ['研修の申込はどうすればいいですか', false],
  ['はい', false],
  ['eラーニング', false],
])('%s is typed without converting: %s', (text, expected) => {
  expect(isTypedInKana(text)).toBe(expected);
});
