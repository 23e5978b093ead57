import { MATTERS } from './matters';
import { oneOf } from './phrases/phrase-list';
import { foldKana, toPlainText } from './plain-text';
import type { SensitiveTopic } from './sensitive-topics';

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
  'こと',
  '(?:を受けた|された)(?:とき|時|場合)',
  '被害',
  '(?:して(?:い)?る)?人',
)}{0,3}`;
const DESK = `${oneOf(
  '(?:市|庁内|職場|社内|庁外|外|外部|内部|職員(?:用|向け)?|匿名|専門|専用)の',
  '(?:公的|無料)(?:な|の)',
  '相談',
  '通報',
  '告発',
  '連絡',
  '申告',
  '受付',
)}{0,3}${oneOf('窓口', 'まど[くぐ]ち', '(?:相談|通報|連絡)先', '(?:電話|対面|オンライン|メール|無料|匿名)相談', '機関', 'ホットライン', 'ダイヤル', '電話番号', '相談[室員]', '産業医', 'hotline', 'desk')}`;
const SOMEBODY = '(?:(?:誰|だれ|どこ|専門家|人事課?|産業医|カウンセラー)か?(?:に|へ|と))?';
const ASK_ADVICE = `(?:相談|通報|告発|話|報告|申告|件)(?:を|は|も|が|で)?${oneOf(
  '$',
  'したい',
  'したく',
  'したら',
  'しても(?:いい|大丈夫|平気)',
  'でき',
  'する(?:の|なら|には|方法|やり方|仕方|手順|とき|場合|ところ|場所|人|相手)',
  '[に乗]*(?:乗|の)って',
  '相手',
  'させて',
  'した(?:あと|後)',
  'の(?:流れ|手順|進め方)',
  '内容',
  '(?:匿名|無料|電話|オンライン|秘密|内密)',
  '(?:どこ|誰|だれ)',
  '聞いて',
  'あり',
)}`;
/** Looks for somebody to turn to: パワハラの相談窓口を教えて, 借金はどこに相談したら, うつの相談をしたい. */
const TURNS_TO = oneOf(
  `${ABOUT}${DESK}(?:の(?:電話(?:番号)?|番号|連絡先|場所|(?:受付)?時間|url))?(?:$|[はをがにって]|どこ|教えて|知りた|あり|ある|探し|求)`,
  `${ABOUT}${SOMEBODY}の?${ASK_ADVICE}`,
  '.{0,8}(?:どこ|どちら|誰|だれ)(?:に|へ)(?:まず)?(?:相談|言|いえ|連絡|話|通報|訴え|申し出|届け|頼|報告|すれ|したら)',
  '.{0,40}(?:相談|通報)(?:先|窓口)(?:を|は|が|って)?(?:知り|教え|どこ|あり|ある|$)',
  '.{0,20}(?:秘密[にはをが]|プライバシー|知られ(?:ま|る|な|た)|ばれ(?:ま|る|な)|守られ|漏れ(?:ま|る|な))',
  '(?:の|を)?(?:申告|届け?出|報告|相談)の?(?:方法|仕方|やり方|手順)',
  '.{0,10}(?:相談)?窓口(?:は|って|が|を)?(?:ある|あり|どこ|教え)',
  '.{0,4}(?:足りな|厳し|苦し|遅れ|払え|返せ|届い).{0,10}(?:どう(?:すれ|した)|どこ|誰)',
  'が?(?:あった|起きた|疑われる)(?:ら|とき|時|場合)(?:は|に)?(?:どこ|どう|誰|だれ|何を)',
  '(?:を|が|について)?(?:.{1,8}[にへ])?(?:知らせ|伝え|訴え|通報す|申し出|申し立て|報告す|届け出?)る',
  'を?(?:され|受け|うけ)た(?:とき|時|場合|際)の相談',
  'を?(?:され|受け|うけ|に遭っ|にあっ)た(?:ら|とき|時|場合)(?:は|に)?(?:どこ|どう(?:すれば|したら)|誰|だれ|何を)',
);

/** Tells of it as something that is: 収賄を目撃した, 部下が不眠症のようです. */
const TELLS = `(?:[をがにではもの]*)${oneOf(
  '(?:ひど|つら|辛|苦し)[いく]',
  '.{0,6}(?:つら|辛|しんど)い?$',
  '苦しん',
  '参[っり]',
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
  '受けて(?:い|お|る|困|つら|辛|悩)',
  '遭って',
  '疑い[がのをに]',
  '証拠(?:[がをはも]|として)',
  '加担',
  '黙っていられ',
  '休みたい',
  'で(?:休|欠勤|入院|退職)',
  '通院',
  '夜も',
  '眠れ',
  'になりそう',
  'かもしれ[なま]',
  '気味',
  'と診断され',
  '(?:の場合|のとき).{0,6}(?:手続|休職|休暇|休み|病休|診断書|給料)',
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
const ACCUSES = `(?:[をがはもの]|って|について){0,3}${oneOf(
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
  '(?:.{0,6})して(?:い)?る(?:の[をはに]|よう|こと|職員|人|上司|課長|係長)',
  '.{0,8}見つけ',
)}`;
/** Asks what has to be done, or what will come of it: DVから避難するために仕事を休みたいのですが、必要な書類は. */
const PROCEEDS = `.{0,40}${oneOf(
  '必要な(?:書類|手続き?|もの)',
  '(?:苦情|被害)(?:の)?申し?[出立]',
  '様式',
  '診断書',
  '休暇',
  '休みた',
  '休職',
  '伝わ(?:る|り|って)',
  '知られ',
  '懲戒|処分(?:され|は|に)',
  '弁護士|警察',
)}`;

const PERSON = `${oneOf(
  ...['部下', '同僚', '後輩', '先輩', '上司', '課長', '係長', '職員', '新人', '係の人'],
  ...['自分', '私', 'わたし', '友人', '知人', '家族', '夫', '妻'],
)}(?:の(?:方|人|子)|さん|たち)?`;
/** Tells who does it: 上司が副業を無断でしている. */
const SOMEBODY_DOES = (deeds: string): string =>
  `${PERSON}[がは].{0,8}${deeds}.{0,6}(?:して(?:い)?(?:る|ます|た)|した(?:よう|らし|$)|しました)`;
/** Tells who has it: 部下が不眠症です. */
const SOMEBODY_HAS = (names: string): string =>
  `${PERSON}[がは].{0,6}${names}${oneOf('です', 'だ', 'なの', 'なん', 'みたい', 'らし', 'っぽい', '$')}`;
/** これはパワハラに当たりますか */
const THIS_IS = '(?:これ|それ|あれ)(?:って|は|も).{0,6}';

/** Speaks of oneself beside it, wherever: 希望降任制度ってありますか？自分のことで. */
const FOR_ONESELF = `.{0,40}${oneOf('(?:自分|私|わたし)(?:自身)?(?:の(?:こと|場合)|も|でも|が|は|に)', '(?:使い|利用し|受け)たい', '(?:考え|検討し|迷っ|悩んで?)て(?:い|て|る|ま)', 'お願いし')}`;

/** Asks how to go about it: 内部通報はどうやるの, 希望降格の手続き. */
const GOES_ABOUT = `${oneOf('の', '制度', '仕組み', '(?:申し?込み?|申請|届け?出|利用)の?(?=方法|仕方|やり方|手)', 'を', 'は', 'って', 'が', 'について', '(?:する|した)(?:に|ため|と|ら|い)?は?')}{0,4}${oneOf(
  '使い方',
  'やり方',
  '(?:条件|要件)(?:$|は|を|って|が)',
  '方法(?!論)',
  '手続き?',
  'お願い',
  '様式',
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
  '(?:者|した(?:人|職員|側))(?:は|が|って)?(?:守(?:られ|って)|保護され)',
  '不利(?:益|に)',
  '給[料与]は',
  '検討(?:中|して)',
  '考え(?:て|中)',
  '(?:の?(?:制度|仕組み?)(?:は|って|が|を)?)?(?:もう|今|本当に|うち(?:の市)?に[はも]){0,2}(?:ある|あり|使え|使いたい|利用し|導入|始ま)',
  '希望',
  '聞きたい',
  '(?:の?(?:制度|仕組み?))?(?:について|を|の(?:こと)?を?)(?:詳しく)?(?:教え|知りた|聞き)',
)}`;

/** Says or asks what to do about what is done to somebody: 説教されるのですが, 怒鳴られたらどうすれば. */
const ENDURES = `(?:(?:て(?:い|き)?)?(?:る|た|ます|ました)$|[たるて].{0,12}${oneOf('どこ', 'どう(?:す|し)', '誰', 'だれ', '何を', '相談', '窓口', '困っ', 'つら', '辛', '助けて', '苦し', '限界')})`;

/** Asks how to get help: 臨床心理士の先生と面談できる日, 職員相談ってどう使うんですか. */
const GETS_HELP = `(?:の(?:先生|方)?|さん|と|に|を|は|が|って|へ|面談|相談|職員){0,4}${oneOf(
  '使い(?:方|た)',
  '使う',
  '使え',
  '利用(?:し|でき|の?方法|の?仕方)',
  '予約',
  '申し?込',
  '受け(?:た|られ|るに)',
  '.{0,8}(?:受けられ|使え|利用でき)',
  '会(?:い|え)',
  '面談',
  '話(?:し|せ|を)',
  '相談(?:し|でき)',
  'どう(?:す|や|使)',
  '(?:は|って)?(?:ある|あり|いる|います|どこ|いつ)',
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
  '(?:contact|desk|hotline|number|help|advice|support|counsell?ing) (?:for|about|with|on)',
  'is there (?:a|an|any|some)',
  'my (?:boss|manager|chief|colleague|coworker|subordinate|friend|husband|wife|partner)',
);
const IN_ENGLISH = (names: string): string =>
  `\\b${WISHED}\\b.{0,40}${oneOf(names)}|${oneOf(names)}.{0,40}(?:anonym|punish|protect|report|desk|hotline|contact|help)`;

/** Those who teach, plan or tell others about it have no need of help themselves. */
const FOR_WORK = new RegExp(
  foldKana(
    [
      '研修|講座|講習|イーラーニング|eラーニング|教材|テキスト|講師|セミナー|勉強|学[びぶべん]|訓練|資料(?!を(?:用意|提出|持参|添え|そろえ|揃え))|説明[会をすし書用]|動画|事例|判例',
      '計画|アンケート|講演|他の?市|近くの市|他の?自治体|取り?組|位置[づ付]け|検討(?:状況|され|が進)|どの段階|どこまで(?:検討|進|決)|どう書|市は|市として|いつ(?:から|始|でき)|周知|案内(?:する|し|文|用|され)|知ってもらう|資格を?取|ポスター|チラシ|原稿|庁内報|広報紙|載せ|任期|委嘱|選任|会場|職員に(?:は|も)?(?:どう|どの|知らせ|広)|知らせることに|掲示|印刷|回覧|配[りるっ布]',
      '担当(?:に(?:な|して)|者として|の者)|窓口(?:対応|業務|担当|の(?:職員|担当|新人))|新人に|新採|(?:市民|住民)(?:の(?!暴|嫌|ハラ)|が|向け|に(?:説|案|伝)|からの?(?:人権)?(?:相談|問))',
      '法律|条例|条文|規則に|規程|要綱|改正|件数|統計|意味|(?<!こ)とは|(?<!間)違い|定義|種類|背景|目的|趣旨|ニュース|新聞|ドラマ|映画|小説|サッカー|リーグ|チーム|ストレス解消',
      'training|course|seminar|workshop|lecture|slides|handout|learn|study|statistics|difference|meaning|what is|plan\\b',
    ].join('|'),
  ),
  'u',
);

const SAID = MATTERS.map(({ topic, called, vaguely, deeds, endured, helped, personal, english, isDone }) => {
  const names = vaguely === undefined ? called : oneOf(called, vaguely);
  const asked = isDone ? oneOf(TURNS_TO, GOES_ABOUT, FOR_ONESELF) : TURNS_TO;
  const alone = `^${oneOf(called, `(?:${english})\\w*`)}(?:の?(?:制度|仕組み?))?$`;
  const seeks = helped === undefined ? '(?!)' : `${helped}${GETS_HELP}`;
  const suffers = endured === undefined ? '(?!)' : `${endured}${ENDURES}`;
  const accused = deeds === undefined ? '(?!)' : oneOf(`${deeds}${ACCUSES}`, SOMEBODY_DOES(deeds));
  return {
    topic,
    said: new RegExp(
      foldKana(
        oneOf(
          `${called}${TELLS}`,
          `${THIS_IS}${called}`,
          `${called}${PROCEEDS}`,
          SOMEBODY_HAS(called),
          `${names}${asked}`,
          alone,
          personal ?? '(?!)',
          accused,
          suffers,
          seeks,
          IN_ENGLISH(english),
        ),
      ),
      'u',
    ),
  };
});

const isForWork = (whole: string): boolean => FOR_WORK.test(whole);

/** Whether somebody teaches, plans or tells others about a matter, or asks what it is, and has no need of help. */
export const speaksOfWork = (text: string): boolean => isForWork(toPlainText(text).whole);

/**
 * The matter that is called by its name where somebody tells of it, looks for a desk or asks how to go about it. Looking for the
 * desk is as private as the matter: the desks are the answer, and what else is known about it stands below.
 */
export function namedMatter(whole: string): SensitiveTopic | null {
  if (isForWork(whole)) return null;
  return SAID.find(({ said }) => said.test(whole))?.topic ?? null;
}
