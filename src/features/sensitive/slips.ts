import { oneOf } from './phrases/phrase-list';
import { foldKana } from './plain-text';

/**
 * Words that are put right before a matter is looked for, because much hangs on them: long enough that hardly another word
 * is one letter away. Those that are, are named in `but`.
 */
const WORDS: readonly { readonly word: string; readonly but?: string }[] = [
  { word: 'ハラスメント' },
  { word: 'パワハラ' },
  { word: 'セクハラ' },
  { word: 'マタハラ' },
  { word: 'カスハラ' },
  { word: 'モラハラ' },
  { word: 'メンタル不調' },
  { word: 'メンタルヘルス' },
  { word: 'カウンセリング' },
  { word: '相談窓口', but: '商談窓口' },
  { word: '内部通報', but: '内部[情広]報|内部通[達知信話]|[外一全]部通報' },
  { word: '公益通報', but: '公益[情広]報|公益通[知信]' },
  { word: '通報制度' },
  { word: '希望降格', but: '希望[昇資規価人]格|希望降[雪水雨灰]' },
  { word: '希望降任', but: '希望[昇新専責]任' },
  { word: 'ないぶつうほう', but: 'ないぶじょうほう' },
  { word: 'こうえきつうほう' },
  { word: 'そうだんまどぐち' },
  { word: 'きぼうこうかく' },
];

/** One letter left out inside, put in or taken for another, or two exchanged. */
function slipsOf(word: string): string {
  const letters = [...word];
  const slips = letters.flatMap((letter, at) => {
    const before = letters.slice(0, at).join('');
    const after = letters.slice(at + 1);
    const next = after[0] ?? '';
    const isInside = at > 0 && next !== '';
    return [
      isInside ? `${before}${after.join('')}` : '',
      `${before}\\p{L}${after.join('')}`,
      isInside ? `${before}\\p{L}${letter}${after.join('')}` : '',
      next === '' || next === letter ? '' : `${before}${next}${letter}${after.slice(1).join('')}`,
    ].filter((slip) => slip !== '');
  });
  return oneOf(...new Set(slips.toSorted((a, b) => b.length - a.length)));
}

const MENDED = WORDS.map(({ word, but }) => {
  const folded = foldKana(word);
  return {
    // Doubled at the end it is still the word.
    slip: new RegExp(`${folded}${folded.at(-1)}?|(?!${foldKana(but ?? '(?!)')})${slipsOf(folded)}`, 'gu'),
    word: folded,
  };
});

/** The text with those words spelt right. */
export const withoutSlips = (whole: string): string =>
  MENDED.reduce((text, { slip, word }) => text.replace(slip, word), whole);
