import { foldKana } from '../plain-text';

/**
 * Phrases of one topic, as sources of regular expressions that are matched against a `PlainText`: no punctuation and no
 * spaces inside Japanese. Katakana stands for either kana, so パワハラ finds ぱわはら as well.
 */
export interface Phrases {
  /** Said in so many words: outweighs whatever else stands around it. */
  readonly explicit: readonly string[];
  /** Someone is in need, whatever else the text asks. */
  readonly always: readonly string[];
  /** Someone is in need unless the text asks about a course, a rule or a programme. */
  readonly unlessProgramme: readonly string[];
}

/** One expression for a whole list; matches nothing where the list is empty. */
export const anyOf = (sources: readonly string[]): RegExp =>
  sources.length === 0 ? /(?!)/u : new RegExp(sources.map(foldKana).join('|'), 'u');

/** Alternatives as one group, for use inside a phrase. */
export const oneOf = (...words: readonly string[]): string => `(?:${words.join('|')})`;

export const SELF = oneOf(
  '私',
  '自分',
  '俺',
  '僕',
  'うち',
  '当方',
  '小生',
  'わたし',
  'あたし',
  'じぶん',
  'おれ',
  'ぼく',
);

/** People above and beside one at work, and those one serves: whose acts make a word an offence. */
export const AT_WORK = oneOf(
  '上司',
  '課長',
  '係長',
  '部長',
  '局長',
  '次長',
  '所長',
  '園長',
  '主幹',
  '主査',
  '補佐',
  '主任',
  '先輩',
  '同僚',
  '同期',
  '後輩',
  '部下',
  '議員',
  '市長',
  'センター長',
  'チーフ',
  'お局',
  '上役',
  '職場の人',
  '係の人',
  '隣の席の人',
  'じょうし',
  'かちょう',
  'かかりちょう',
  'ぶちょう',
  'せんぱい',
  'どうりょう',
);

export const AT_HOME = oneOf(
  '夫',
  '妻',
  '旦那',
  '嫁',
  '主人',
  '家内',
  '亭主',
  '連れ合い',
  '配偶者',
  '彼氏',
  '彼女',
  '彼',
  '恋人',
  'パートナー',
  '交際相手',
  '元カレ',
  '元彼',
  '父',
  '母',
  '親',
  '息子',
  '娘',
  '兄',
  '弟',
  '姉',
  '妹',
  '家族',
  '家庭',
  '家',
  '同居人',
  'おっと',
  'つま',
  'だんな',
  'むすこ',
  'ちちおや',
  'ははおや',
);
