import type { Rule } from './rule';
import { WEEKDAY } from './written-forms';

const SHARE = '(?<![\\d/.])(?:1\\/(?:[2-9]|10)|2\\/[3-9]|3\\/[4-9]|4\\/[5-9])(?![\\d/])';
const MONEY = '(?:助成|補助|負担|費用|経費|[額率割])';
const NEARBY = '[^、。,\\n]{0,8}';

const notADate = (pattern: RegExp): Rule => ({ pattern, read: () => null });

const ROTATION = '(?:ジョブ|ローテ|適性|配属|異動|育成|発揮|切り替)';
const NTH = '第[1-5一二三四五]';
const WEEKDAYS = `${WEEKDAY}(?:曜日?)?`;

/** What would be taken for a date otherwise. These stand before all other rules, so they win a draw. */
export const lookAlikes: readonly Rule[] = [
  // 毎週水曜日, 毎月10日, 毎月第3水曜日, 毎年12月: no particular day
  notADate(
    new RegExp(
      `毎(?:[週月年日]|年度)の?(?:(?:${NTH}|最終)?${WEEKDAYS}|\\d{1,2}[月日/]\\d{0,2}日?)?(?:(?:から|[~・、と-])${WEEKDAYS}){0,5}末?`,
      'g',
    ),
  ),
  // 第2・第4火曜日, 土・日曜日, 月〜金曜日: none either
  notADate(new RegExp(`(?:${NTH}[・、と]第?[1-5一二三四五]|(?<!\\d)${WEEKDAY}[・~-])${WEEKDAY}曜日?`, 'g')),
  // 前期 and 後期 of the job rotation last ten years
  notADate(new RegExp(`[前後]期(?=[^\\n]{0,16}${ROTATION})|(?<=${ROTATION}[^\\n]{0,16})[前後]期`, 'g')),
  // the 年度 before another one
  notADate(/の前年度/g),
  // 1/2を助成, 補助は2/3
  notADate(new RegExp(`(?<=${MONEY}${NEARBY})${SHARE}|${SHARE}(?=${NEARBY}${MONEY})`, 'g')),
];
