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
  /** What is done to somebody, up to the passive's れ: 怒鳴られ, 説教され. */
  readonly endured?: string;
  /** Who or what helps, and may be asked how to get it: カウンセラー, 職員相談. */
  readonly helped?: string;
  /** What only those it concerns ask about, whatever they ask. */
  readonly personal?: string;
  /** Whether one may ask how to go about it: 通報, 希望降格. */
  readonly isDone?: true;
}

/** What one tells the fire brigade, the police or the roads section is no whistle-blowing. */
const NOT_OUTSIDE = '(?<!(?:火災|障害|事故|救急|緊急|災害|道路|不法投棄|番)の?)';

export const MATTERS: readonly Matter[] = [
  {
    topic: 'life_danger',
    called: oneOf('自殺(?:願望)?', '自死', '希死念慮', '自傷(?:行為)?', '死にたい(?:とき|時|気持ち)'),
    english: 'suicid|self ?-?harm|kill(?:ing)? (?:my|him|her)self',
    vaguely: '(?<![\\p{sc=Han}])命|いのち',
  },
  {
    topic: 'violence',
    called: oneOf(
      'dv',
      'ドメスティックバイオレンス',
      '家庭内暴力',
      '(?:夫|妻|家族)の暴力',
      '暴行',
      '傷害(?!保険|共済|補償)',
      '(?<!児童|高齢者|障害者|動物)虐待の?被害',
      '性被害',
      '性暴力',
      'ストーカー',
    ),
    vaguely: oneOf('暴力(?:行為)?', '身の危険'),
    endured: oneOf(
      '(?:殴|蹴|なぐ|叩か|たたか|刺さ|襲わ|脅さ|閉じ込め|首を絞め|突き飛ばさ|投げつけ|待ち伏せさ)ら?れ',
      'つきまとわれ',
    ),
    english: 'violence|stalk(?:er|ed|ing)|beaten|assault',
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
      '人間関係',
      '差別',
      'アウティング',
      '人権(?:問題|侵害)?',
      'クレーマー',
      '(?:上司|課長|係長|先輩|同僚)との(?:関係|トラブル)',
    ),
    endured: oneOf(
      '(?:怒鳴|どな|罵|責め|詰め|いび|いじ)られ',
      '(?:罵倒|無視|説教|干渉|監視|侮辱|恫喝|叱責|(?:馬鹿|ばか|バカ)に|悪者に|仲間外れに|笑いものに|晒|さら)され',
      '(?:仕事|担当|権限)を(?:取り上げ|奪わ|外さ|与え)(?:ら)?れ',
      '(?:仕事|業務|残業|雑用|責任|ノルマ)を.{0,6}押し?付けられ',
      '(?:土下座|謝罪文|お?金|体|写真)を.{0,6}(?:要求さ|求めら|強要さ)れ',
      '(?:サービス残業|残業|飲酒|一気飲み|休日出勤|自腹)を.{0,4}(?:強いら|強要さ|強制さ)れ',
      '(?:有休|年休|有給|休暇|育休|介護休暇)を.{0,6}(?:拒ま|拒否さ|取り消さ|妨害さ|断ら)れ',
      '理不尽に(?:怒ら|叱ら|責めら|扱わ)れ',
      '(?:体|身体|肩|腰|胸|髪|手|尻)を.{0,3}触られ',
      '(?:陰口|悪口|嫌味|いやみ|暴言|ひどいこと)を.{0,6}(?:言わ|吐か)れ',
      'からかわれ',
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
      '不(?:適切|正|明朗)な(?:会計|経理|支出|契約|事務|処理)(?:処理)?',
      '情報の?(?:漏えい|漏洩|持ち出し)',
      '不正(?:受給|行為|経理|会計)?',
      '違法行為',
      '(?:法令|規則|コンプラ(?:イアンス)?)違反',
      '(?:(?:内部|公益|不正の?|(?:法令|規則|コンプラ(?:イアンス)?)違反の?|不祥事の?)(?:通報|通放|通法|痛報|告発)|内部通(?![知達信報])\\p{L}|公益通(?![信報])\\p{L}|内部報(?!告|酬|道)|告発)',
      'サービス残業の強要',
      '(?:倫理|服務規律)違反',
      '(?:公用車|備品|公費|公金|税金|経費|切手|タクシー券)の(?:(?:私的|個人的)な?)?(?:利用|流用|使用|無駄遣い)',
      '(?:業者|会社|議員)との癒着',
    ),
    english:
      'fraud|embezzl|brib|bid rigging|falsif|\\bfak(?:e|es|ed|ing)\\b|misus|corrupt|wrongdoing|misconduct|(?:illegal|unlawful) (?!dump|park)|whistle ?blow',
    vaguely: oneOf(
      '(?:不祥事|違法(?:なこと)?|コンプライアンス)(?=.{0,6}(?:相談|通報|窓口|どこ|誰|だれ))',
      '内部通\\p{L}制度',
      `${NOT_OUTSIDE}通報(?:の?(?:制度|仕組み))`,
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
      '自己破産(?:手続き?)?',
      '(?:闇|ヤミ)金(?:融)?',
      'サラ金',
      'カードローン',
      'リボ払い',
      'ギャンブル依存症?',
    ),
    english:
      '\\bdebts?\\b|gambl|my loans?|(?:consumer|bank|student|card) loans?|loan (?:sharks?|repayment)|(?:money|financial) (?:problem|trouble|worr|difficult)',
    vaguely: oneOf(
      '債務',
      '(?<!共済の?)ローン(?:の返済|の支払い)?',
      'ギャンブル',
      'お?金の(?:悩み|問題|トラブル|困りごと)',
      '(?<![\\p{sc=Han}の]お?)金(?!の(?:使い|扱い))',
      '生活[費苦]',
      '督促状?',
      '支払い',
      '貧困',
      '生活困窮(?!者)',
      '取り?立て',
      '差し?押さえ',
    ),
  },
  {
    topic: 'career_demotion',
    called: oneOf(
      '(?:希望|自主)?(?:降[格恪各核挌]|希望降\\p{L}|希望[^価資規合性人]格|希望(?:校格|広角|高角|構格)|降任|降職)(?:希望|申請)?',
      '(?:役職|管理職|係長|課長)(?:の)?(?:辞退|返上)',
      '(?:役職|管理職|課長|係長)を(?:降り|おり|やめ|辞め)る(?:こと)?',
      '(?:平|ヒラ|一般職)に戻る(?:こと)?',
      '(?:職位|役職)の(?:変更|引き?下げ)',
      'demotion',
    ),
    vaguely: '(?:管理職|役職|係長|課長|人の上に立つの)(?:に|には)向いて(?:い)?ない',
    personal: '(?:希望|自主)降[格任職]',
    english: 'demot(?:ion|ed)|step(?:ping)? down(?! as (?:an? |the )?(?:mentor|member|leader|organi))',
    isDone: true,
  },
  {
    topic: 'mental_health',
    called: oneOf(
      'うつ(?:病)?',
      '鬱(?:病)?',
      '(?:心|こころ)の(?:不調|病|悩み)',
      'メンタル(?:ヘルス)?の?不調',
      '精神的な?不調',
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
      '(?:(?<!\\p{sc=Han})心|こころ)(?:の健康|と(?:体|からだ))?',
      '心身',
      '(?:眠れ|食欲が|(?:やる気|気力|元気|自信)が(?:出|持て)?|集中でき|出勤でき|起きられ|笑え)な(?:い|くて)(?:とき|時)?',
      '孤独(?:感)?(?:を感じる)?(?:とき|時)?',
      '(?:体|身体)?の?(?:調子|不調)|体調',
      '不安',
      '(?:つら|しんど|苦し)い(?:とき|時)',
      '困りごと|困り事',
      '健康(?!診断|管理|づくり|経営|保険)',
      '家庭(?:の)?(?:問題|事情|内のこと)|離婚(?!届)',
      '依存症',
      'お酒',
      'メンタル(?:ヘルス|面)?',
      'ストレス(?!チェック)',
      '(?<!キャリアの?)悩み(?:事|ごと)?',
      '休職(?!や復職)',
      'カウンセリング',
    ),
    helped: oneOf(
      '職員相談(?:事業)?',
      '(?:臨床)?心理士',
      '公認心理師',
      'カウンセ(?:ラー|リング)',
      '産業医',
      '保健師',
      '(?:悩み(?:事|ごと)?|話|愚痴)を?(?:聞|聴)いてくれる(?:人|所|ところ|場所|窓口)?',
      '^相談窓口',
    ),
  },
];
