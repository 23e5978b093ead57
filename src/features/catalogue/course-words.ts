import type { CourseEntry, CourseField, CourseFormat, CourseKind, JobType, Level } from '../records';

/**
 * How people name courses and what tells them apart. Patterns are for text in NFKC and lower case; each is global, so
 * that all its matches can be taken away, and is searched with `has`, never with `test`.
 */
export type Vocabulary<T> = readonly (readonly [pattern: RegExp, means: T])[];

export const has = (text: string, pattern: RegExp): boolean => text.search(pattern) !== -1;

/** With the commonest slips of a Japanese keyboard (研集, 研習). */
const NOUN =
  '研修会?|研[集習収終秋]|件修|講座|講習会?|セミナー|(?:e-?|イー)ラーニング|通信教育|通信講座|通信学習|' +
  'けんしゅう(?:かい)?|けんしゆう|こうざ|こうしゅう(?:かい)?|せみなー|(?:いー|e)らーにんぐ|つうしんきょういく|つうしんこうざ|' +
  '\\b(?:training )?(?:courses?|seminars?|workshops?|class(?:es)?|e-?learning)\\b|\\btrainings?\\b';
export const COURSE_NOUN = new RegExp(NOUN, 'g');

/** Who speaks of courses already says やつ or もの, or nothing at all. */
export const ELLIPSIS =
  /(?:やつ|もの|モノ|の)(?:が|は|を|って|で)?(?:ほしい|欲しい|ある|ない|いい|見(?:たい|せて)|教えて|さがし|探し|一覧)?(?:です|ます)?(?:か|かな)?[?。]*$|(?:何|なに)か(?:受けられ|受けれ|受講でき|ある|いいの)|(?:受けられ|受けれ|受講でき|参加でき)る(?:の|やつ|もの)|(?:系|関連|関係)(?:の(?:もの|やつ)?)?[?。]*$|順(?:に|で)?(?:見たい|見せて|並べて|出して|表示|教えて)/g;

/** Gatherings that are courses only if the catalogue has one of that name. */
export const GATHERING = /説明会|報告会|発表会|交流会|情報?交換会|勉強会|ワークショップ|サロン|訓練|コース/g;

export const LEVEL_WORDS: Vocabulary<readonly Level[]> = [
  [/管理監督者/g, ['supervisor', 'deputy_manager', 'manager', 'director']],
  [/管理職(?:員|級)?|かんりしょく|\bmanagement staff\b/g, ['deputy_manager', 'manager', 'director']],
  [/課長補佐(?:級|クラス)?|補佐級|かちょうほさ|\bdeputy managers?\b/g, ['deputy_manager']],
  [/課長(?:級|クラス|職)?|所属長|かちょう|\b(?:section )?managers?\b/g, ['manager']],
  [/部長(?:級|クラス|職)?|ぶちょう|幹部|\bdirectors?\b/g, ['director']],
  [/係長(?:級|クラス|職)?|主査(?:級)?|監督職|かかりちょう|\bsupervisors?\b/g, ['supervisor']],
  [/主任(?!保育|介護|ケア)(?:級|クラス)?|中堅(?:職員)?|しゅにん|\bsenior staff\b/g, ['senior']],
  [/主事(?:級|クラス)?|しゅじ(?![ゅゃょ])/g, ['staff']],
  [/若手(?:職員)?|わかて/g, ['new', 'staff']],
  [
    /新規採用(?:者|職員)?|新採(?:用)?(?:職員)?|新人(?:職員)?|新入(?:職|社)員|1年目|しんじん|しんさい|\bnew (?:employees?|staff|hires?|recruits?)\b/g,
    ['new'],
  ],
  [/再任用(?:職員)?|再雇用|さいにんよう/g, ['reappointed']],
  [
    /会計年度(?:任用)?(?:職員)?|非常勤(?:職員)?|臨時職員|パート(?:職員|さん)?|かいけいねんど(?:にんよう)?(?:しょくいん)?/g,
    ['fiscal_year_staff'],
  ],
];

export const JOB_WORDS: Vocabulary<readonly JobType[]> = [
  [/保育士|ほいくし/g, ['nursery_teacher']],
  [/幼稚園教諭|幼稚園の先生/g, ['kindergarten_teacher']],
  [/保健師|ほけんし/g, ['public_health_nurse']],
  [/(?:管理)?栄養士/g, ['nutritionist']],
  [/学芸員/g, ['curator']],
  [/土木(?:職|(?:の)?技師)/g, ['civil_engineering']],
  [/建築(?:職|(?:の)?技師)/g, ['architecture']],
  [/技師|技術職員?/g, ['civil_engineering', 'architecture']],
  [/社会福祉士|ケースワーカー|福祉職/g, ['social_worker']],
  [/事務職員?|一般事務/g, ['clerical']],
  [/情報職|システム担当/g, ['it']],
  [/技能労務職?|現業(?:職員)?|用務員|調理員/g, ['manual']],
];

export const FORMAT_WORDS: Vocabulary<readonly CourseFormat[]> = [
  [
    /オンデマンド(?:動画)?|(?:動画|ビデオ)(?:教材|講座|研修)?(?=$|[?。]|で|の)|(?:e-?|イー)ラーニング|(?:いー|e)らーにんぐ|\be-?learning\b|動画で|(?:スマホ|携帯)で(?=[見受観]|学|できる|や[るれ])/g,
    ['elearning'],
  ],
  [/通信教育|通信講座|通信学習|つうしんきょういく|つうしんこうざ|\bcorrespondence\b/g, ['correspondence']],
  [
    /(?:自宅|在宅|家|うち)(?:で|から|にいながら)|テレワーク(?:で|中)|\b(?:at|from) home\b/g,
    ['online', 'hybrid', 'elearning', 'correspondence'],
  ],
  [
    /オンライン(?:形式|開催)?(?!申請|手続|会議)|リモート(?:で|形式)?|(?:web|ウェブ|teams|zoom)(?:で|形式|開催)|おんらいん|\b(?:online|remotely?)\b/g,
    ['online', 'hybrid', 'elearning'],
  ],
  [
    /対面(?:式|形式)?|集合(?:研修|形式)?(?=で|の|研修|講座)|会場(?:で|開催)|たいめん|\bin[- ]person\b/g,
    ['in_person', 'hybrid'],
  ],
];

export const KIND_WORDS: Vocabulary<readonly CourseKind[]> = [
  [/階層別|職位別|かいそうべつ/g, ['level_based']],
  [/専門(?=研修)|せんもん(?=けんしゅう)/g, ['specialised']],
  [/特別(?=研修)|とくべつ(?=けんしゅう)/g, ['special']],
  [/(?:国|県|民間)?(?:企業)?(?:への)?派遣(?=研修)|はけん(?=けんしゅう)/g, ['special', 'secondment']],
  [/自己啓発(?:の)?|じこけいはつ/g, ['self_development']],
  [/職場(?=研修)|\bojt\b/g, ['ojt']],
];

export const ENTRY_WORDS: Vocabulary<readonly CourseEntry[]> = [
  [
    /公募(?:制|型)?(?:の|で)?(?=もの|やつ|研修|講座|[?。]|$)|手挙げ(?:式|制)?(?:の|で)?|こうぼ(?:の|で)?/g,
    ['open_call'],
  ],
  [/指名(?:制)?(?:の|で)?(?=もの|やつ|研修|講座|[?。]|$)/g, ['nomination']],
  [/推薦(?:制|型|枠)?(?:の|で)?(?=もの|やつ|研修|講座|[?。]|$)/g, ['recommendation']],
];

export const TIME_OF_DAY_WORDS: Vocabulary<'morning' | 'afternoon' | 'evening'> = [
  [/午前(?:中)?(?:だけ|のみ)?(?:に|で|の|から)?|ごぜん(?:ちゅう)?(?:に|の)?|\bmornings?\b/g, 'morning'],
  [
    /夕方(?:以降|から)?(?:に|の)?|夜間?(?:に|の)|終業後(?:に|の)?|業後(?:に|の)?|ゆうがた(?:から)?(?:に|の)?|\bevenings?\b/g,
    'evening',
  ],
  [/午後(?:だけ|のみ|から)?(?:に|で|の)?|ごご(?:から)?(?:に|の)?|\bafternoons?\b/g, 'afternoon'],
];

/** Words for a whole field of 専門研修. They stay among the words looked for, since titles hold them as well. */
export const FIELD_WORDS: Vocabulary<CourseField> = [
  [/基本能力|基礎能力/g, 'basic'],
  [/問題(?:発見|解決)|課題(?:形成|解決)|problem[- ]solving/g, 'problem_solving'],
  [/コミュニケーション|こみゅにけーしょん|communication/g, 'communication'],
  [/生産性|業務改善|業務効率|効率化|ぎょうむかいぜん|productivity/g, 'productivity'],
  [/dx(?!リーダー)|デジタル|ディーエックス|でぃーえっくす|でじたる|digital/g, 'dx'],
  [
    /組織運営|チーム活動|マネジメント|まねじめんと|(?<!dx)リーダーシップ|りーだーしっぷ|leadership/g,
    'organisation',
  ],
  [/リスク(?:管理|マネジメント)?|危機管理|risk/g, 'risk'],
  [/ウェルビーイング|well-?being|ライフ(?:プラン|&キャリア)/g, 'wellbeing'],
];
