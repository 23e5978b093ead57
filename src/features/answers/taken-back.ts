import { anyOf, NOT_ASKED_FOR, TAIL, THING } from './done-report';

/** What such a text begins with, and says nothing by itself. */
const LEAD = anyOf([
  'すみません|すいません|ごめん(?:なさい)?|申し訳(?:ない|ありません)(?:です|が)?',
  'あっ?|いや|え|やっぱり?|やはり|実は|本当は|ほんとは|よく見たら|さっき(?:の)?|先ほど(?:の)?|、|。',
]);
const NAMED = `(?:${THING}[をはもが、]?)?`;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${LEAD})*${pattern}$`, 'u');

/** 出してい, 終わって, 受けてい: what has not taken place. */
const DOING = anyOf([
  '(?:提出|送信|返信|回答|記入|入力|申告|登録|実施|対応|確認|報告|受検|完了)(?:は|を)?(?:し|でき)?て(?:い)?',
  '(?:出し|出せ|だし|だせ|送っ|送れ|渡し|済ませ|終わっ|おわっ|終わらせ|受け|受けられ|やっ|し|でき)て(?:い)?',
  '(?:済|す)んで(?:い)?',
]);
const MISTAKEN = anyOf([
  '間違(?:え|っ|い)[てで]',
  'まちが(?:え|っ)て',
  '誤って',
  'うっかり',
  '勘違い(?:し?て|で)',
  '手違いで',
]);
/** What was said or pressed: 「提出しました」, 済み. */
const DONE = anyOf([
  '「?(?:提出|受検|確認|記録|対応|完了|回答)(?:しました|した|済み?)」?',
  '「?(?:出しました|出した|受けました|受けた|やりました|やった|終わりました|終わった|済み|ずみ|すみ|済)」?',
]);
const SAID = anyOf([
  '言[いっ]',
  '報告し?',
  '記録し?',
  '押し',
  '登録し?',
  '送[りっ]',
  '答え',
  '回答し?',
  '入力し?',
  'タップし?',
  'クリックし?',
  'し',
]);
const ENDED = '(?:て?しま[いっ]|ちゃ[いっ])?(?:まし)?た';
const BACK =
  '(?:(?:元|未提出|未対応|未完了|まだ|未)に)?(?:戻|もど|取り?消|取りけ|とりけ|取り下げ|直)[しすせ]?';
const WISHED =
  '(?:(?:たい|て|てほしい|てもらえますか?|てください|て下さい|ていただけますか?)(?:です)?|ます)?';

const TAKEN_BACK = [
  whole(`${NAMED}まだ(?:でした|だった)`),
  whole(`${NAMED}(?:まだ)?${DOING}(?:ませんでした|なかった(?:です)?)`),
  whole(
    `${NAMED}${MISTAKEN}(?:${THING}[をはも])?(?:${DONE}(?:と|って|に|を|の)?)(?:ボタンを)?${SAID}${ENDED}`,
  ),
  whole(`${NAMED}${MISTAKEN}(?:ボタンを)?押し${ENDED}`),
  whole(`${NAMED}(?:ボタンを|${DONE}を)?押し間違え?${ENDED}`),
  whole(
    `${NAMED}${DONE}(?:に(?:した|しました|なって(?:い)?る|なった))?(?:の|もの|やつ|件|ボタン|記録)?[をはの]?${BACK}${WISHED}`,
  ),
  whole(`${NAMED}(?:未提出|未対応|未完了|まだ)に(?:戻|もど)[しす]${WISHED}`),
  whole(
    `(?:押した|言った)?${NAMED}${DONE}(?:(?:と|って|を)?${SAID}た)?の?[はが](?:間違い|まちがい|誤り|手違い|勘違い)(?:でした|だった|です|だ)?`,
  ),
  whole(`${THING}の?(?:提出|受検|回答)[をは]?${BACK}${WISHED}`),
  whole(
    `${NAMED}${DONE}に(?:なって(?:い)?る|なって(?:い)?ます|した)(?:けど|けれど|が|んですが|のですが)、?(?:まだ|違い|ちがい|違う|${DOING}(?:ない|ません))(?:です|ます)?`,
  ),
];

const IN_ENGLISH =
  /^(?:sorry,? )?(?:not yet,? after all|i (?:have not|haven't|did not|didn't) (?:actually )?(?:submit(?:ted)?|hand(?:ed)? (?:it )?in|do(?:ne)?|take(?:n)?|finish(?:ed)?)(?: [a-z -]{1,40})? after all|i (?:pressed|said|marked|recorded)(?: [a-z -]{1,30})? (?:by mistake|by accident|accidentally)|(?:undo|take back|revert)(?: that)?(?: i)?(?: (?:was|is|have|am))? ?(?:done|submitted)(?: it)?|(?:mark|set) (?:it|that|this) (?:as|back to) (?:not done|open))$/;

/** Whether a text takes back what was reported as done: まだでした, 間違えて出したと言いました, 済みにしたのを戻したい. */
export function isTakenBack(joined: string): boolean {
  if (IN_ENGLISH.test(joined.replaceAll('’', "'"))) return true;
  if (NOT_ASKED_FOR.test(joined)) return false;
  const said = joined.replace(TAIL, '');
  // The tail eats a です or が that may belong to what is said.
  return TAKEN_BACK.some((pattern) => pattern.test(said) || pattern.test(joined));
}
