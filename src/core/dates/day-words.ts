import { addDays } from '../calendar/day';
import { anyOf, only, type Rule } from './rule';
import { kanaWord } from './written-forms';

const DAYS: Readonly<Record<string, number>> = {
  一昨日: -2,
  おととい: -2,
  おとつい: -2,
  昨日: -1,
  昨夜: -1,
  昨晩: -1,
  きのう: -1,
  今日: 0,
  本日: 0,
  今朝: 0,
  今晩: 0,
  今夜: 0,
  きょう: 0,
  明日: 1,
  明朝: 1,
  明晩: 1,
  あした: 1,
  あす: 1,
  明後日: 2,
  あさって: 2,
  明々後日: 3,
  明明後日: 3,
  しあさって: 3,
};

/** These are found inside other words as well. */
const SHORT_KANA = ['きのう', 'きょう', 'あす'];

const plainWords = Object.keys(DAYS).filter((word) => !SHORT_KANA.includes(word));

export const dayWordRules: readonly Rule[] = [
  // not the 明日 in 説明日程, the 本日 in 日本日
  {
    pattern: new RegExp(
      `(?<word>(?<![説証表声判解発究])(?<!日(?=本日))${anyOf(plainWords)}(?![葉香的]))`,
      'g',
    ),
    read: ({ word = '' }, { today }) => only(addDays(today, DAYS[word] ?? 0)),
  },
  {
    pattern: new RegExp(`(?<word>${kanaWord(anyOf(SHORT_KANA))})`, 'g'),
    read: ({ word = '' }, { today }) => only(addDays(today, DAYS[word] ?? 0)),
  },
];
