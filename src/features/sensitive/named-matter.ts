import { oneOf } from './phrases/phrase-list';
import { foldKana } from './plain-text';
import type { SensitiveTopic } from './sensitive-topics';

interface Matter {
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

const MATTERS: readonly Matter[] = [
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
      '改ざん',
      '虚偽報告',
      '情報(?:漏えい|漏洩|の持ち出し)',
      '不正(?:受給|行為|経理|会計)?',
      '違法行為',
      '(?:法令|規則|コンプラ(?:イアンス)?)違反',
      '(?:(?:内部|公益|不正の?|(?:法令|規則|コンプラ(?:イアンス)?)違反の?|不祥事の?)(?:通報|告発)|告発)',
      'サービス残業の強要',
      '(?:公用車|備品|公費|公金|税金|経費|切手|タクシー券)の(?:(?:私的|個人的)な?)?(?:利用|流用|使用|無駄遣い)',
      '(?:業者|会社|議員)との癒着',
    ),
    english: 'fraud|embezzl|brib|bid rigging|falsif|misus|corrupt|wrongdoing|misconduct|whistle ?blow',
    vaguely: oneOf('内部通報制度'),
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
      '借金',
      '多重債務',
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
      '(?:希望|自主)?(?:降格|降任|降職)(?:希望|申請)?',
      '(?:役職|管理職|係長|課長)(?:の)?(?:辞退|返上)',
      '(?:役職|管理職|課長|係長)を(?:降り|おり|やめ|辞め)る(?:こと)?',
      '(?:平|ヒラ|一般職)に戻る(?:こと)?',
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

const ABOUT = `${oneOf(
  'の',
  'を',
  'に',
  'で',
  'が',
  'は',
  'って',
  'について(?:の)?',
  'に関(?:する|して)',
  'のこと',
  '(?:を受けた|された)(?:とき|時|場合)',
  'の被害',
  '(?:して(?:い)?る|の)人',
)}*`;
const DESK = `${oneOf(
  '(?:市|庁内|職場|社内|庁外|外|外部|内部|職員(?:用|向け)?|匿名|専門|専用)の',
  '(?:公的|無料)(?:な|の)',
  '相談',
  '通報',
  '告発',
  '連絡',
  '申告',
  '受付',
)}*${oneOf('窓口', '(?:相談|通報|連絡)先', '機関', 'ホットライン', 'ダイヤル', '電話番号', '相談[室員]', '産業医', 'hotline', 'desk')}`;
const SOMEBODY = '(?:(?:誰|だれ|どこ|専門家|人事課?|産業医|カウンセラー)か?(?:に|へ|と))?';
const ASK_ADVICE = `(?:相談|通報|告発|話|報告|申告|件)(?:を|は|も|が|で)?${oneOf(
  '$',
  'したい',
  'したく',
  'したら',
  'しても(?:いい|大丈夫|平気)',
  'でき',
  'する(?:の|なら|には|とき|場合|ところ|場所|人|相手)',
  '[に乗]*(?:乗|の)って',
  '相手',
  'させて',
  '(?:どこ|誰|だれ)',
  '聞いて',
  'あり',
)}`;
/** Looks for somebody to turn to: パワハラの相談窓口を教えて, 借金はどこに相談したら, うつの相談をしたい. */
const TURNS_TO = oneOf(
  `${ABOUT}${DESK}(?:の(?:電話(?:番号)?|番号|連絡先|場所|(?:受付)?時間|url))?(?:$|[はをがにって]|どこ|教えて|知りた|あり|ある|探し|求)`,
  `${ABOUT}${SOMEBODY}の?${ASK_ADVICE}`,
  '.{0,8}(?:どこ|どちら|誰|だれ)(?:に|へ)(?:まず)?(?:相談|言|いえ|連絡|話|通報|訴え|申し出|届け|頼|報告|すれ|したら)',
  'を?(?:され|受け|うけ|に遭っ|にあっ)た(?:ら|とき|時|場合)(?:は|に)?(?:どこ|どう(?:すれば|したら)|誰|だれ|何を)',
);

/** Tells of it as something that is: 収賄を目撃した, 部下が不眠症のようです. */
const TELLS = `(?:[をがにではもの]*)${oneOf(
  '(?:ひど|つら|辛|苦し)[いく]',
  '苦しん',
  '(?:困|悩)[っん][てで]',
  '限界',
  '助けて',
  '目撃',
  '見て(?:し|い)',
  '見ました',
  '見つけ(?:た|て|まし)',
  '知ってしま',
  '知りまし',
  '気づ[いき]',
  '気付',
  '(?:行われ|起き)て',
  '常態化',
  '横行',
  '命じられ',
  'ある(?:ん|ので|と(?:聞|思|言)|よう|$)',
  'され(?:て|まし)',
  '[させ]せられ',
  '受けて(?:い|お|る)',
  '遭って',
  '疑い(?:が|の)',
  '証拠[がを]',
  '加担',
  '黙っていられ',
  '休みたい',
  '通院',
  '夜も',
  '眠れ',
  'になりそう',
  'かもしれ[なま]',
  '気味',
  'と診断され',
  '抱えて',
  '返せ',
  '追われ',
  'かさ[みん]',
  'よう(?:です|だ|に見え)',
  '(?:仕事に|職場に)?(?:通|行き|来)い?(?:づら|にく)',
  '(?:訴え|報告し|知らせ|やめさせ)たい',
  '(?:人|同僚|部下|職員|友人|新人|後輩)[にへ]は?(?:どう|何と|なんと|どんな)',
)}`;
/** Says that somebody does it, or asks whom to tell: 日付の書き換えを命じられた. */
const ACCUSES = `(?:[をがはもの]|って|について)*${oneOf(
  '(?:どこ|誰|だれ)[にへ](?:言|いえ|いっ|伝|相談|通報|訴え)',
  '通報',
  '告発',
  '目撃',
  '見てしま',
  '命じ',
  '[させ]せられ',
  '常態化',
  '横行',
  '黙',
  'やめさせ',
  'して(?:い)?る(?:職員|人|上司|課長|係長)',
)}`;
/** これはパワハラに当たりますか */
const THIS_IS = '(?:これ|それ|あれ)(?:って|は|も).{0,6}';

/** Speaks of oneself beside it, wherever: 希望降任制度ってありますか？自分のことで. */
const FOR_ONESELF = `.{0,40}${oneOf('(?:自分|私|わたし)(?:自身)?(?:の(?:こと|場合)|も|でも|が|は|に)', '(?:使い|利用し|受け)たい', '(?:考え|検討し|迷っ|悩んで?)て(?:い|て|る|ま)', 'お願いし')}`;

/** Asks how to go about it: 内部通報はどうやるの, 希望降格の手続き. */
const GOES_ABOUT = `${oneOf('の', 'を', 'は', 'って', 'が', 'について', '(?:する|した)(?:に|ため|と|ら|い)?は?')}*${oneOf(
  'やり方',
  '方法(?!論)',
  '手続き?',
  '申請(?:$|方法|書|先|は|って|の)',
  '申し?出',
  '仕方',
  '先(?:は|って|を|$)',
  'どう(?:やっ|やる|すれば|したら)',
  'どこに(?:すれ|言|出)',
  'できますか',
  'できるの?か?$',
  '可能(?:です)?か?',
  '匿名',
  'ばれ',
  '不利(?:益|に)',
  '給[料与]は',
  '検討(?:中|して)',
  '考え(?:て|中)',
  '希望',
  '聞きたい',
)}`;

/** The same in English, where the wish stands before the name. */
const WISHED = oneOf(
  'where (?:can|do|should|could) (?:i|we|one)',
  'who (?:do|can|should) (?:i|we)',
  'how (?:do|can|should|would) (?:i|we|one)',
  'what (?:can|do|should) (?:i|we)',
  'i (?:need|want|wish|would|have|was|am|think|found|saw|see|cant|feel)',
  'i[dm]',
  'ive',
  'help',
  '(?:can|may|will|should) i',
  'is there (?:a|an|any|some)',
  'my (?:boss|manager|chief|colleague|coworker|subordinate|friend|husband|wife|partner)',
);
const IN_ENGLISH = (names: string): string =>
  `\\b${WISHED}\\b.{0,40}${oneOf(names)}|${oneOf(names)}.{0,20}(?:anonym|punish|desk|hotline|contact|help)`;

/** Those who teach, plan or tell others about it have no need of help themselves. */
const FOR_WORK = new RegExp(
  foldKana(
    [
      '研修|講座|講習|講師|セミナー|勉強|学[びぶべん]|訓練|資料|説明[会をすし書用]|動画|事例|判例',
      '計画|取り?組|位置[づ付]け|検討状況|どう書|市は|市として|いつ(?:から|始|でき)|周知|案内(?:する|し|文|用)|ポスター|チラシ|掲示|印刷|回覧|配[りるっ布]',
      '担当(?:に(?:な|して)|者として|の者)|窓口(?:対応|業務|担当|の(?:職員|担当|新人))|新人に|新採|(?:市民|住民)(?:の(?!暴|嫌|ハラ)|が|向け|に(?:説|案|伝)|からの?(?:相談|問))',
      '法律|条例|改正|件数|統計|意味|(?<!こ)とは|(?<!間)違い|定義|種類|背景|目的|趣旨|ニュース|新聞|ドラマ|映画|小説|サッカー|リーグ|チーム|ストレス解消',
      'training|course|seminar|workshop|lecture|slides|handout|learn|study|statistics|difference|meaning|what is|plan\\b',
    ].join('|'),
  ),
  'u',
);

const SAID = MATTERS.map(({ topic, called, vaguely, deeds, english, isDone }) => {
  const names = vaguely === undefined ? called : oneOf(called, vaguely);
  const asked = isDone ? oneOf(TURNS_TO, GOES_ABOUT, FOR_ONESELF) : TURNS_TO;
  const accused = deeds === undefined ? '(?!)' : `${deeds}${ACCUSES}`;
  return {
    topic,
    said: new RegExp(
      foldKana(`${called}${TELLS}|${THIS_IS}${called}|${names}${asked}|${accused}|${IN_ENGLISH(english)}`),
      'u',
    ),
  };
});

/**
 * The matter that is called by its name where somebody tells of it, looks for a desk or asks how to go about it. Looking for the
 * desk is as private as the matter: the desks are the answer, and what else is known about it stands below.
 */
export function namedMatter(whole: string): SensitiveTopic | null {
  if (FOR_WORK.test(whole)) return null;
  return SAID.find(({ said }) => said.test(whole))?.topic ?? null;
}
