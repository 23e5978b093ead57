import type { MentoringRequest } from './mentoring-request';
import { END, IN_GENERAL, MEETING, MENTOR, SELF } from './reader-words';

type RecordRequest = Extract<MentoringRequest, { kind: 'record' }>;

const APPRAISAL = '(?:(?:人事|業績|能力)?(?:評価|評定)|期首|期中|中間|期末|目標設定|フィードバック|開示)';
const SUPERIOR = '(?:上司|課長|部長|次長|所属長|係長|評定者|部下)';
const WHOSE = `(?:${MENTOR}(?:さん)?との?|${APPRAISAL}の?|${SUPERIOR}(?:さん)?との?)?`;
const WHEN = '(?:(?:今日|本日|さっき|さきほど|昨日|先週|今週|今月)(?:の|に|、)?)?';
const WHAT = '(?:した)?(?:の)?(?:実施日|日付|日にち|日|記録|きろく|メモ)?(?:を|の|は)?';
const DONE =
  '(?:つけ|付け|残し|書き|入れ|入力し|登録し|報告し|記録し|記録する|登録する|する|し(?:た|まし)|とり|取り)(?:たい|ます|ましょう|て|る|た)?(?:んだ|の)?(?:けど|ので|から|です|んですが)?';

const PATTERNS = [
  new RegExp(`^${SELF}${WHEN}${WHOSE}${MEETING}${WHAT}${DONE}${END}`),
  new RegExp(
    `^${WHOSE}${MEETING}(?:の)?(?:記録|きろく)(?:する|したい|をする|をつける|を付ける|つけ|入力)?${END}`,
  ),
];

/** 「期末面談しました」: that it is done, which the list of what waits answers. */
const REPORTED = new RegExp(`${APPRAISAL}の?${MEETING}を?し(?:た|まし)`);

/** Which talks a text names: with a mentor, or of the appraisal. */
export const ofWhich = (text: string): RecordRequest['of'] => {
  if (new RegExp(MENTOR).test(text)) return 'mentoring';
  return new RegExp(`${APPRAISAL}|${SUPERIOR}`).test(text) ? 'appraisal' : 'any';
};

/** 「面談の日を記録したい」; null for anything else. `text` is without blanks and courtesy. */
export const readRecordRequest = (text: string): RecordRequest | null =>
  !IN_GENERAL.test(text) && !REPORTED.test(text) && PATTERNS.some((pattern) => pattern.test(text))
    ? { kind: 'record', of: ofWhich(text) }
    : null;

const ENGLISH =
  /^(?:i(?:'d| would)? (?:want|like) to )?(?:record|log|note) (?:(?:the )?day of )?(?:a|my|our|the) (?:(check-?in|mentoring (?:meeting|session)|one-on-one)|(appraisal (?:interview|meeting))|interview|meeting)[?.! ]*$/;

/** As above, in English and in lower case. */
export function readRecordRequestInEnglish(text: string): RecordRequest | null {
  const found = ENGLISH.exec(text);
  if (found === null) return null;
  const [, mentoring, appraisal] = found;
  return { kind: 'record', of: mentoring ? 'mentoring' : appraisal ? 'appraisal' : 'any' };
}
