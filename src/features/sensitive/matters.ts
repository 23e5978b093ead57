import { oneOf } from './phrases/phrase-list';
import type { SensitiveTopic } from './sensitive-topics';

/** What sensitive matters are called, as sources of regular expressions that are matched against a `PlainText`. */
export interface Matter {
  readonly topic: SensitiveTopic;
  /** What it is called, by those who tell of it and by those who look for somebody to turn to. */
  readonly called: string;
  /** Names that say something only where somebody to turn to is looked for: ストレス, 休職. */
  readonly vaguely?: string;
  readonly english: string;
  /** What is wrong only where somebody is accused of it: 書き換え, 接待. */
  readonly deeds?: string;
  /** Whether one may ask how to go about it: 通報, 希望降格. */
  readonly isDone?: true;
}

/** What one tells the fire brigade, the police or the roads section is no whistle-blowing. */
const NOT_OUTSIDE = '(?<!(?:火災|障害|事故|救急|緊急|災害|道路|不法投棄|番)の?)';

export const MATTERS: readonly Matter[] = [
  {
    topic: 'life_danger',
    called: oneOf('自殺', '自死', '希死念慮', '自傷(?:行為)?', '死にたい(?:とき|時|気持ち)'),
    english: 'suicid',
  },
  {
    topic: 'violence',
    called: oneOf(
      'dv',
      'ドメスティックバイオレンス',
      '家庭内暴力',
      '(?:夫|妻|家族)の暴力',
      '性被害',
      '性暴力',
      'ストーカー',
    ),
    english: 'domestic violence|stalk(?:er|ed|ing)|beaten|assault',
  },
  {
    topic: 'harassment',
    called: oneOf(
      '(?:パワー|セクシュアル|セクシャル|モラル|マタニティ|カスタマー)?ハラスメント(?:行為)?',
      'ハラ(?:メント|スント|ス[^メ]ント|[^ス]メント|スメト|スメソト|スメン(?!ト))',
      '(?:パワラハ|セクラハ|パワハハ|セクハワ)',
      '[ァ-ヴ]{2}ハラ(?!ス)(?:行為)?',
      'いじめ',
      '嫌がらせ',
      'いやがらせ',
      '仲間外れ',
    ),
    english: 'harass(?:ment|ed|ing)|bull(?:ying|ied)|discriminat(?:ion|ed)|(?<!child )abus(?:e|ed|ive)',
    vaguely: oneOf(
      '無視',
      '暴言',
      'つきまとい',
      '陰口',
      '脅し',
      '脅迫',
      '職場の人間関係',
      '(?:上司|課長|係長|先輩|同僚)との(?:関係|トラブル)',
    ),
  },
  {
    topic: 'whistleblowing',
    called: oneOf(
      '横領',
      '着服',
      '裏金(?:づくり|作り)?',
      'カラ出張',
      '談合',
      '収賄',
      '贈賄',
      '賄賂',
      '改(?:ざん|竄|残|算)',
      '虚偽報告',
      '情報の?(?:漏えい|漏洩|持ち出し)',
      '不正(?:受給|行為|経理|会計)?',
      '違法行為',
      '(?:法令|規則|コンプラ(?:イアンス)?)違反',
      '(?:(?:内部|公益|不正の?|(?:法令|規則|コンプラ(?:イアンス)?)違反の?|不祥事の?)(?:通報|通放|通法|痛報|告発)|内部通(?![知達信報])\\p{L}|公益通(?![信報])\\p{L}|内部報(?!告|酬|道)|告発)',
      'サービス残業の強要',
      '(?:公用車|備品|公費|公金|税金|経費|切手|タクシー券)の(?:(?:私的|個人的)な?)?(?:利用|流用|使用|無駄遣い)',
      '(?:業者|会社|議員)との癒着',
    ),
    english:
      'fraud|embezzl|brib|bid rigging|falsif|\\bfak(?:e|es|ed|ing)\\b|misus|corrupt|wrongdoing|misconduct|whistle ?blow',
    vaguely: oneOf(
      '内部通\\p{L}制度',
      `${NOT_OUTSIDE}通報(?:できる|する(?:ための?)?)`,
      `${NOT_OUTSIDE}(?=通報(?:窓口|先))`,
    ),
    deeds: oneOf(
      '使い回し',
      '偽装',
      '偽造',
      '水増し',
      'ごまかし',
      '虚偽申請',
      '架空(?:申請|請求|発注)',
      '書き?換え',
      '差し?替え',
      'さかのぼり(?:決裁|処理)?',
      '破棄',
      '隠蔽',
      '検査の省略',
      '手抜き',
      '体罰',
      '(?<!児童|高齢者|障害者|動物)虐待',
      '飲酒',
      '副業',
      '私用',
      '持ち(?:帰り|出し)',
      '横流し',
      '興味本位の閲覧',
      'のぞき見',
      '接待',
      '商品券の(?:受け取り|受領)',
      '口利き',
      '寄附の強要',
      '代打ち',
      '分割発注',
      '親族(?:の)?会社への発注',
      '選挙運動(?:の手伝い)?',
    ),
    isDone: true,
  },
  {
    topic: 'debt',
    called: oneOf(
      '借[金筋斤銀]',
      '多重[債責]務',
      '債務整理',
      '自己破産',
      '闇金',
      'ヤミ金',
      'サラ金',
      'カードローン',
      'リボ払い',
      'ギャンブル依存症?',
    ),
    english: '\\bdebts?\\b|gambl|my loans?|loan sharks?',
    vaguely: oneOf(
      '債務',
      '(?<!共済の?)ローン(?:の返済|の支払い)?',
      'ギャンブル',
      'お?金の(?:悩み|問題|トラブル|困りごと)',
      '生活費',
      '差し?押さえ',
    ),
  },
  {
    topic: 'career_demotion',
    called: oneOf(
      '(?:希望|自主)?(?:降[格恪各核挌]|希望降\\p{L}|希望(?:校格|広角|高角|構格)|降任|降職)(?:希望|申請)?',
      '(?:役職|管理職|係長|課長)(?:の)?(?:辞退|返上)',
      '(?:役職|管理職|課長|係長)を(?:降り|おり|やめ|辞め)る(?:こと)?',
      '(?:平|ヒラ|一般職)に戻る(?:こと)?',
      '(?:職位|役職)の(?:変更|引き?下げ)',
      'demotion',
    ),
    vaguely: '(?:管理職|役職|係長|課長|人の上に立つの)(?:に|には)向いて(?:い)?ない',
    english: 'demot(?:ion|ed)',
    isDone: true,
  },
  {
    topic: 'mental_health',
    called: oneOf(
      'うつ(?:病)?',
      '鬱(?:病)?',
      '(?:心|こころ)の(?:不調|病|悩み)',
      'メンタル不調',
      '不眠症?',
      '適応障害',
      'パニック障害',
      '自律神経失調症',
      '燃え尽き(?:症候群)?',
      '五月病',
      '(?:仕事に)?集中でき(?:な[いく]|ません)',
      '摂食障害',
      '双極性障害',
      'アルコール依存症?',
      '過呼吸',
      '心の病気?',
      '気分の落ち込み',
    ),
    english:
      'depress(?:ion|ed)|burn(?:ed|t)? ?out|anxiety|insomnia|panic attacks?|stress(?! check)|mental health',
    vaguely: oneOf(
      '(?:心|こころ)の健康',
      'メンタル(?:ヘルス|面)?',
      'ストレス(?!チェック)',
      '悩み(?:事|ごと)?',
      '休職(?!や復職)',
      'カウンセリング',
    ),
  },
];
