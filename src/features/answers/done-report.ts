export const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;

/** What follows a report, and says nothing by itself. A question ends otherwise: 出しましたか, 出したっけ. */
export const TAIL =
  /(?:よ|わ|ー|〜|です|ので|から|んですが|んですけど|んだけど|けど|ところ|とこ|[、。!…・ ])+$/u;
/** 出した, 出しました, 出しときました, 出してあります, 提出済み */
const PAST = new RegExp(
  `${anyOf(['(?:まし)?た', '(?:まし)?だ', '(?:と|てお|ちゃ|て)(?:いた|きました|いました|しまいました)', '[てで](?:い)?ます', 'て(?:あり|おり)ます', 'てある', '[てで](?:い)?る', '済み?', 'ずみ', ''])}$`,
  'u',
);
/** By what comes before the past: what was asked for is given to somebody, … */
const HANDED_IN = anyOf([
  '(?:提出|ていしゅつ|送信|返信|返送|回答|記入|入力|記録|申告|登録|実施|対応|確認|申請|報告|受検|投函|アップロード)(?:を)?し?',
  '出し|だし',
  '送[りっ]|おく[りっ]',
  '届け出?|渡し|済ませ?|すませ',
]);
/** … has come to an end, … */
const OVER = anyOf(['(?:終わ|おわ)[りっ]', '終わらせ', '済(?:み|ん)?|すん', '(?:完了|終了|かんりょう)し?']);
/** … or was taken. */
const TAKEN = anyOf(['受けて?[きい]?', 'うけて?[きい]?', '(?:受検|受診|回答)し?', 'やっ|やり|し']);

const ADVERB = anyOf([
  'もう|さっき|先ほど|今|いま|今日|本日|昨日|きのう|先日|先週|無事(?:に)?|全部|すべて|ちゃんと|やっと|とっくに|既に|すでに|一応|とりあえず|人事課?に|紙で|フォームで|窓口に|、| ',
]);
/** The name of a thing; what is spoken of at more length is a story. */
export const THING = '[\\p{sc=Han}\\p{sc=Katakana}ーa-z0-9の・「」]{1,20}?';
const CHECKED = 'ストレスチェック|すとれすちぇっく|面談|面接|健診|検診|健康診断|アンケート';
const reportOf = (thing: string, particle: string, verb: string): RegExp =>
  new RegExp(`^(?:${ADVERB})*(?:${thing}${particle}*)(?:${ADVERB})*${verb}$`, 'u');

const HANDING_IN = reportOf(`(?:${THING})?`, '[をはも]', HANDED_IN);
const REPORTS = [
  HANDING_IN,
  reportOf(`(?:${THING})?`, '[をはもが]', OVER),
  reportOf(`(?:${THING})?(?:${CHECKED})`, '[をはも]', TAKEN),
];

/** Done, but nothing that anybody is reminded of: courses, everyday work, what others do. */
export const NOT_ASKED_FOR =
  /研修|講座|セミナー|会議|仕事|業務|休憩|異動|質問|メール|電話|部下|課員|係員|上司|先輩|後輩|同僚|[誰何]|転職|辞|退職|人が|さんが|課が/u;

/** Whether a text reports that something asked for is done: 自己申告書出しときました, 面談おわりました. */
export function isReportOfDone(joined: string): boolean {
  if (NOT_ASKED_FOR.test(joined)) return false;
  const said = joined.replace(TAIL, '');
  const past = PAST.exec(said)?.[0] ?? '';
  // A bare noun (提出, 確認) reports nothing.
  const stem = past === '' ? null : said.slice(0, said.length - past.length);
  return stem !== null && REPORTS.some((report) => report.test(stem));
}

const IN_DOUBT =
  /(?:まし)?た(?:っけ|か|かな|かしら|の)?$|て(?:い)?ない(?:っけ|よね|かな|の)?$|て(?:い)?た(?:っけ|か|かな)$/u;

/** Whether a text asks if something asked for is done: 自己申告書出したっけ, 通勤届まだ出してない？ */
export function isQuestionOfDone(joined: string): boolean {
  const doubt = NOT_ASKED_FOR.test(joined) ? null : IN_DOUBT.exec(joined);
  if (doubt === null) return false;
  const stem = joined
    .slice(0, doubt.index)
    .replace('まだ', '')
    .replace(/(?<=[^っ])って(?=.)/u, 'は');
  return HANDING_IN.test(stem);
}

const STILL_TOLD =
  /^(.+?)(?:のに|のですが|んですが|(?:ん(?:です|だ)|です)?けれ?ど)、?.{0,8}(?:催促|督促|お?知らせ|通知|リマインド|リマインダー|案内|連絡|メッセージ|メール).{0,8}(?:来|き[たてま]|くる|届|とど|止ま|とま|続|なくなら|消え).{0,8}$/u;

/** Whether a text says that one is told although it is done: もう出したのにまた通知が来ました. */
export function isToldThoughDone(joined: string): boolean {
  const done = STILL_TOLD.exec(joined)?.[1];
  return done !== undefined && isReportOfDone(done);
}
