import fc from 'fast-check';
import { inPlainStyle } from '../../../src/features/sensitive/plain-style';
import { toPlainText } from '../../../src/features/sensitive/plain-text';
import { spellingsOf } from '../../../src/features/sensitive/spellings';

test.each([
  ['シニタイ', 'しにたい'],
  ['ｼﾆﾀｲ', 'しにたい'],
  ['しにたーい', 'しにたい'],
  ['つらいいいい…', 'つらい'],
  ['４にたい', '4にたい'],
  ['D V', 'd v'],
  ["I can't sleep", 'i cant sleep'],
])('%s は %s として比べる', (text, plain) => {
  expect(toPlainText(text).typed).toBe(plain);
});

test('かなだけの文は漢字に直して比べる', () => {
  expect(toPlainText('しごとにいけません').whole).toBe('仕事に行けません');
  expect(toPlainText('ゆうきゅうの申請').whole).toBe('ゆうきゅうの申請');
});

test('文の切れ目で分ける。長い文は読点でも分ける', () => {
  expect(toPlainText('こんにちは。つらいです！').parts).toEqual(['こんにちは', 'つらいです']);
  expect(toPlainText('課長のことで、相談です').parts).toEqual(['課長のことで相談です']);
});

test('丁寧な言い方は普通の言い方でも比べる', () => {
  expect(inPlainStyle('眠れませんでした')).toBe('眠れなかった');
  expect(inPlainStyle('悩んでおります')).toBe('悩んでいる');
});

test('どんな文字列からも、記号のない小文字の文ができる', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(toPlainText(text).whole).not.toMatch(/[\p{P}\p{Lu}\n]/u);
    }),
  );
});

test('例文は、書いたまま、かな、打ち間違いの形でも学ぶ', () => {
  const spellings = spellingsOf('朝になると涙が出る', () => 'アサニナルトナミダガデル');
  expect(spellings[0]).toBe('朝になると涙が出る');
  expect(spellings.length).toBeGreaterThan(2);
  expect(spellingsOf('朝になると涙が出る', () => 'アサニナルトナミダガデル')).toEqual(spellings);
});
