import { foldKana } from './plain-text';

/**
 * People and places of one role share one capital letter (texts are in lower case), so that what is learned from 課長に…
 * also holds for 園長に….
 */
const ROLES: readonly (readonly [symbol: string, words: string])[] = [
  [
    'B',
    '直属の上司|上司|上席|上役|課長補佐|課長|係長|部長|局長|次長|センター長|所長|副園長|園長|館長|主幹|主査|主任|班長|リーダー|チーフ|市長|ジョウシ|カチョウ|カカリチョウ|ブチョウ|エンチョウ|ショチョウ|シュニン|シュカン|\\b(?:boss|manager|supervisor|section chief)\\b',
  ],
  [
    'C',
    '同僚|先輩|後輩|同期|部下|新採|新人|若手|メンティ|隣の席の(?:人|方)|(?:係|課|職場)の(?:人|方|若手|職員|後輩|先輩)|会計年度任用職員|正職員|職員|ドウリョウ|センパイ|コウハイ|ブカ|シンジン|\\b(?:coworkers?|colleagues?|subordinates?|staff member)\\b',
  ],
  ['Z', '来庁者|お客(?:様|さん|さま)?|市民|住民|保護者|利用者|クレーマー|業者|議員|団体|滞納者|シミン|ジュウミン|ホゴシャ|ギイン|\\b(?:citizens?|residents?|customers?)\\b'],
  [
    'F',
    '元夫|元妻|夫|妻|旦那|嫁|主人|家内|配偶者|彼氏|彼女|恋人|パートナー|父親|母親|両親|父|母|親|息子|娘|兄|弟|姉|妹|祖母|祖父|義母|義父|家族|オット|ダンナ|ムスコ|ムスメ|\\b(?:husband|wife|partner|son|daughter|father|mother)\\b',
  ],
  [
    'W',
    '市役所|役所|庁舎|職場|会社|窓口|支所|出先|事務所|保育園|幼稚園|こども園|給食センター|図書館|消防署|税務課|市民課|福祉課|水道課|ショクバ|ヤクショ|マドグチ|ホイクエン|\\b(?:office|workplace|work)\\b',
  ],
  ['S', '自分|私|俺|僕|わたくし|ワタシ|ジブン|オレ|ボク|アタシ|\\b(?:i|im|me|my|ive)\\b'],
];

const WORD = new RegExp(ROLES.map(([, words]) => `(${foldKana(words)})`).join('|'), 'gu');

export const withRoles = (part: string): string =>
  part.replace(WORD, (word, ...groups) => ROLES[groups.findIndex((group) => group === word)]?.[0] ?? word);
