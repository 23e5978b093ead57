import { isQuestionOfDone, isReportOfDone, isToldThoughDone } from './done-report';
import { readEnglishEverydayRequest, readEverydayRequest } from './everyday-requests';
import { isTakenBack } from './taken-back';

/** What a text can ask the bot to do, rather than to tell. Listed in the README. */
export const REQUESTED_ACTIONS = [
  'ask_hr',
  'show_desks',
  'list_inquiries',
  'import_data',
  'edit_data',
  'confirm_data',
  'undo_change',
  'improvement_list',
  'launch',
  'audit_log',
  'reminder_settings',
  'list_due',
  'undo_done',
  'snooze',
  'list_unreachable',
  'manage_campaigns',
  'announce',
  'announcement_status',
  'recent_announcements',
  'manage_polls',
  'send_thanks',
  'shared_thanks',
  'own_superiors',
  'others_record',
  'role_grants',
  'own_stress_check',
  'stress_check_rates',
  'stress_check_progress',
  'campaign_progress',
  'section_progress',
  'record_for_others',
  'progress_csv',
] as const;
export type RequestedAction = (typeof REQUESTED_ACTIONS)[number];

/** A request is short and says little else; a longer sentence with the same words is a question about it. */
const LONGEST = 30;

const PATTERNS: readonly (readonly [RegExp, RequestedAction])[] = [
  [/^(人事課?)(への)?(質問|問い?合わせ)(する|したい|を?送る|を?送りたい)?$/, 'ask_hr'],
  [/^(質問|問い?合わせ)(を)?(送りたい|送る|したい)(です)?$/, 'ask_hr'],
  [/^(相談窓口|そうだんまどぐち)(一覧|の一覧|を?見る|を?教えて(ください)?|はどこ(ですか)?)?$/, 'show_desks'],
  [/^(?:show (?:me )?)?(?:the )?(?:(?:counsell?ing|help) )?desks?$/, 'show_desks'],
  [
    /^(職員から(の|届いた)?|届いた)?(質問|問い?合わせ)(の)?一覧$|^(職員から)?(届いた|来た|きた)(質問|問い?合わせ)(は|を?(見る|見たい|見せて|教えて)(ください)?)?$|^(未回答|未対応|未返信|(今日|新しい|最近)(届いた)?|回答待ち|返事待ち|答えて(い)?ない)(の)?(質問|問い?合わせ)(は|が|って|を|の一覧|一覧)?(ある|あります|何件|見(る|たい|せて))?(か|の|です|ください)*$/,
    'list_inquiries',
  ],
  [
    /^(データ|名簿|研修|FAQ|faq)?(の)?(取り?込み?|インポート|読み込み)(たい|する|をする|をしたい|したい)?$|^(職員)?名簿(を|の)(更新|差し?替え|入れ?替え|変更|最新化)(る|する|したい|をしたい|たい)?(です)?$/,
    'import_data',
  ],
  [
    /^(データ|研修|講座|開催|faq|よくある質問|窓口|相談窓口)(の|を)?(編集|修正|直す|変更|追加|登録)(する|したい|をする)?$/,
    'edit_data',
  ],
  [
    /^(修了者(の?名簿)?|開催回?|日程|質問と回答|同義語|休日)[をの](取り?込み?|インポート)(たい|する|をしたい|したい)?$|^(データの)?(取り?込み|インポート)の?(やり方|方法|仕方|しかた|手順)(は|を|が)?(教えて|知りたい|わからない|分からない)?(ください|ですか|です)?$|^(空の|取り?込み用?の)(ひな形|ひながた|雛形|テンプレート)[がを]?(ほしい|欲しい|ください)?$/,
    'import_data',
  ],
  [
    /^(推進計画|質問と回答|開催回?)[のを]?(編集|修正|直し?|変更|追加|登録)(する|したい|たい|をする)?$|^(推進計画|質問と回答|faq|研修|講座|開催回?|(相談)?窓口|同義語|休日|職員名簿|名簿|データ)(の?一覧)?[をの](excel|エクセル|csv)?[でに]?(書き?出し|エクスポート)(する|したい|たい|て|して)?(ください)?$/,
    'edit_data',
  ],
  [
    /^(データの)?変更(の)?履歴[をは]?(見る|見たい|見せて)?(ください)?$|^(間違え|まちがえ|誤っ)て(取り?込んだ|取り?込みました|取り?込んでしまった|取り?込んでしまいました)$|^(誰|だれ)が(データを)?(変え|変更し|直し)た(の)?か(を)?(見る|見たい)$/,
    'undo_change',
  ],
  [/^公開日?を?(決め|変え|変更し)(る|たい)(です)?$/, 'launch'],
  [/^(import (data|a file|the roster)|how (do i|to) import( data)?|empty template)$/, 'import_data'],
  [
    /^(edit (data|(the )?(faq|courses?|offerings?|contacts?|desks?|plan|roster))|export [a-z ]{1,20}to excel|export to excel)$/,
    'edit_data',
  ],
  [/^(confirm data|awaiting confirmation)$/, 'confirm_data'],
  [/^(recent changes|undo (a|the)( last)? (change|import))$/, 'undo_change'],
  [
    /^(データ|faq|見本|内容)?(の|を)?(確認待ち|確認(する)?|承認(する)?|確認済みに(する|したい))(一覧)?$/,
    'confirm_data',
  ],
  [
    /^(直前の|さっきの|最後の)?(変更|取り?込み?|編集)(を|の)?(元に戻す|取り?消す|取り?消し|やり直し)$|^(元に戻す|アンドゥ|undo)$/,
    'undo_change',
  ],
  [/^(改善|改善(メモ|一覧|リスト)|答えられなかった質問)(の)?(一覧|を?見る)?$/, 'improvement_list'],
  [
    /^(公開|本番公開|公開(する|したい|の準備|準備)|はじめの設定|初期設定|first (steps|settings)|launch|go(ing)? live|publish date)$/,
    'launch',
  ],
  [
    /^((リマインド|リマインダー|お?知らせ|通知)(の)?(設定|時間|時刻|届く時間|時間の設定|時間設定)(を)?(変更|変え|設定)?(したい|たい|する|る|して|て|てください|を変更したい|を変えたい)?(です)?(ください)?|(reminder|notification) settings|settings for reminders|change (the )?(time of|my) reminders?)$/,
    'reminder_settings',
  ],
  [
    /^(今|いま)?(は|の|すぐ)?(なに|何|なん)を?(出|だ|提出す|や|す)(せ|れ)ば(いい|よい|良い|よかった)(の|んだっけ|です|でしょう)?(か|かな)?$/,
    'list_due',
  ],
  [
    /^((私|わたし|自分)[のが]|(今|いま)(の)?)?((提出|対応)(する|すべき|が必要な)|提出|やる(べき)?|出す(べき)?|する|(やら|し|出さ)(ない|な|なけれ)(と|きゃ|ば)(いけない|ならない)?)(もの|物|こと|書類)(は|って|が|を)?(ある|あります|何|なに|残ってる|残っています|残っている|教えて|見せて)?(か|の|です|ですか|ください)?$/,
    'list_due',
  ],
  [
    /^((私|わたし|自分)(の|が)?)?(まだ)?(未提出|(提出|対応)して(い)?ない|(出し|やっ|終わっ)て(い)?ない)(の)?(もの|物|書類|やつ)?(は|って|が)?(ある|あります|何|なに|一覧)?(か|の|です|ですか)?$/,
    'list_due',
  ],
  [
    /^((私|わたし|自分)の)?(締め?切り?|〆切|しめきり)(は|って)?(いつ)?(だっけ|ですか|です)?$|^締め?切り?(が|の)?(近い|もうすぐ)(の)?(もの)?(は|って)?(ある|あります|何|なに)?(か|です|ですか)?$/,
    'list_due',
  ],
  [
    /^(what (is due|do i have to (do|submit)|should i (do|submit))( now)?|(my )?to-?do( list)?|my (open )?tasks)$/,
    'list_due',
  ],
  [
    /^(また)?(明日|あした|あす|翌日)(に)?(また|もう一度|もういちど|改めて)?(教えて|おしえて|知らせて|言って|リマインド(して)?|通知して|お願い)(ください|ね|よ|します|くれる)?$|^((remind|tell) me (again )?tomorrow|snooze)$/,
    'snooze',
  ],
  [
    /^((お?知らせ|通知|リマインド|連絡)(が|の)?)?(届|とど)(か|い)(なかった|ない|ていない|てない)(人|職員|方)(の)?(一覧|は|は(誰|だれ))?(です)?(か)?$|^(unreachable people|who was not reached)$/,
    'list_unreachable',
  ],
  [
    /^((役割|権限)(の(付与|設定|管理|一覧))?(を?(する|したい))?|ストレスチェック(の)?(実施事務従事者|担当者?)(の)?(付与|指名|任命|一覧)?|(grant|granting) roles?|role grants?)$/,
    'role_grants',
  ],
  [
    /^((私|わたし|自分)(は|って)?)?(今年(度)?(の|は)?)?(もう)?ストレスチェック(は|を|って)?(もう)?(私|わたし|自分)?(は|って)?(受けた|うけた|受検した|受けてる|受けている|受けました|受検しました|受検済み?|受け終わった|済んだ|済んでる|やった)(っけ|か|かな|かどうか|かしら|でしたっけ|ですか|の)*$|^(私|わたし|自分)の(ストレスチェック|ストレスチェックの受検(状況)?|受検状況)(は|を教えて)?$|^did i (already )?take (the|my) stress check$/,
    'own_stress_check',
  ],
  [
    /^(ストレスチェック(の)?)?受検率(は|を?見る|を?教えて(ください)?|を?見たい|一覧)?$|^stress check rates?$/,
    'stress_check_rates',
  ],
  [
    /^((キャンペーン|締め?切り?(のある|つきの)依頼)((の|を)?(管理|一覧|作成|作る|作りたい|つくりたい|作って|新規作成|追加)(する|したい|ください)?)?|(リマインド|提出依頼|提出物)(の|を)?(管理|作成|作る|作りたい|つくりたい|作って|新規作成|追加)(する|したい|ください)?|締め?切り?の?(管理|一覧)(する|したい)?|(manage )?campaigns?|requests? with a deadline)$/,
    'manage_campaigns',
  ],
  [
    /^(今年(度)?の)?ストレスチェック(の|は)?(進捗|進み具合|実施状況|受検状況|受検者|未受検者|だれ|誰)((が|は)?(まだ)?(受けて(い)?ない|受けた))?(の)?(一覧|リスト)?(人)?(は|を?(見る|見たい|教えて|見せて)(ください)?)?(ですか|の|か)?$|^(誰|だれ)が(まだ)?ストレスチェックを?(受けて(い)?ない|受けた)(の|ん)?(ですか|です|か)?$|^(stress check progress|progress of the stress check|who has (not )?taken the stress check( yet)?)$/,
    'stress_check_progress',
  ],
  [
    /^((提出物?|依頼|締め?切り?(のある依頼)?|キャンペーン|回収)の)?(進捗|進みぐあい|進み具合|提出状況|提出率|回収状況|回収率)(状況)?(一覧)?(は|を)?((どう|どんな感じ)(なってる|なっている|なっています|です)?|(見る|見たい|知りたい|教えて|見せて|確認)(したい|する|ください)?)?(ですか|です|か)?$|^(show (the )?)?(campaign |submission )?(progress|submission status)$/,
    'campaign_progress',
  ],
  [
    /^((うち|私|わたし|自分|自)の)?(課|係|部|所属|部署|園|所|部下)?(の中)?(で|の|に)?(まだ)?(誰|だれ)が(まだ)?(出して|提出して|済んで|終わって)(い)?ない(の|ん)?(です|ですか|か|かな)?$|^((うち|私|わたし|自分|自)の)?(課|係|部|所属|部署|園|部下)?(の中)?(で|の|に)?(まだ)?(未提出|(出して|提出して)(い)?ない)(の)?(人|者|方|職員|部下)(の)?(一覧|リスト|名簿)?(は|って|を)?((誰|だれ|どなた)|(見る|見たい|知りたい|教えて|見せて)(ください)?|いる|います)?(ですか|です|か)?$|^((うち|所属|自分)の)(課|係|部|所属|部署)?の?(進捗|提出状況|未提出)(は|を?(見る|見たい|教えて))?$|^(who (in my section )?has not (yet )?submitted( yet)?|who is still missing|progress of my section)$/,
    'section_progress',
  ],
  [
    /^(代理(で|の)?(記録|入力|登録|提出)|(部下|職員|ほかの人|他の人)の(代わり|かわり|代理)(に|で)(記録|入力|登録|提出))(を|も)?(したい|する|して|できる|お願い|やりたい)?(です|ですか|か|ください)?$|^(record (it )?for (others|somebody else)|record on behalf( of others)?)$/,
    'record_for_others',
  ],
  [
    /^(未提出(者|の人|の方)?|提出(者|状況)|進捗)(の)?(一覧|リスト|名簿|データ)?(を|の)?(csv|エクセル|excel|ファイル)(で|に|を|が)?(出力|書き?出し|ダウンロード|出したい|出して|ほしい|欲しい|ください|もらえる|お願い|くれ)?(して|したい|する|します)?(ください|です|ですか|か)?$|^(csv of (who has not submitted|progress)|progress (as )?csv)$/,
    'progress_csv',
  ],
  [
    /^(人事課?(から)?の)?お?知らせ(の|を)?((新規)?作成|作る|作りたい|作って|書く|書きたい|出す|出したい|送る|送りたい|送って|送信|配信|流す|流したい|一覧|管理|訂正|取り?下げ)(する|したい|して|ください)?$|^(一斉|全体|全員に|全職員に)(送信|配信|連絡|通知|お?知らせ)(を)?(する|したい|して|ください)?$|^((manage )?announcements|send an announcement)$/,
    'announce',
  ],
  [
    /^お?知らせ(の|を)?(確認(の)?(状況|者|した人)|未確認(の人|者)?|既読(の状況)?|届いた状況)(は|を?(見る|見たい|教えて|見せて)(ください)?|の一覧|一覧)?(ですか|か)?$|^(誰|だれ)がお?知らせを(確認して(い)?ない|まだ見て(い)?ない)(の|ん)?(ですか|です|か)?$|^((うち|私|わたし|自分|自)の)?(課|係|部|所属|部署|園|部下)?(の中)?(で|の|に)?(まだ)?(お?知らせ(を|の|に)?)?(まだ)?(未確認|(確認して|「?確認しました」?を?押して|見て|読んで)(い)?ない)(の)?(人|者|方|職員|部下)(の)?(一覧|リスト)?(は|って|を)?((誰|だれ|どなた)|(見る|見たい|知りたい|教えて|見せて)(ください)?|いる|います)?(ですか|です|か)?$|^(who (has|has not) confirmed|announcement status)$/,
    'announcement_status',
  ],
  [
    /^(最近の|この前の|このまえの|前の|さっきの|先日の|今日の|きょうの|昨日の|(私|わたし|自分)(に届いた|あての|宛の)?|(私|わたし|自分)の|人事課?(から)?の|届いた)お?知らせ(は|を|って)?(もう一度|もう1度|また)?((見|み)(たい|る|せて|られる)|確認したい|教えて|どこ|どれ|ある|何|なに|一覧)?(ですか|か|の|ください|あります(か)?)?$|^(recent|my|latest) announcements$/,
    'recent_announcements',
  ],
  [
    /^(職員(の|に)?)?(安否(と|・)?(参集)?|参集)(の|を)?(確認|ポール|アンケート|一覧)?(を|の)?(始め(る|たい)?|開始|実施|作成|し|送(る|り|信)?|一覧|管理)?(する|したい|たい|て)?(ください)?$|^(匿名(の|で)?|無記名(の|で)?|職場の雰囲気(の|を)?)(アンケート|調査|サーベイ|聞く|聞きたい)?(\(匿名\))?(を|の)?(始め(る|たい)?|開始|実施|作成|し|取り|とり|一覧|管理)?(する|したい|たい|て)?(ください)?$|^アンケート(\(匿名\))?(を|の)(始め(る|たい)?|開始|実施|作成|し|取り|とり|一覧|管理)(する|したい|たい|て)?(ください)?$|^((safety )?polls?|safety check|start a (poll|safety check|survey)|anonymous survey)$/,
    'manage_polls',
  ],
  [
    /^(安否|参集|安否・?参集|匿名アンケート)(の?確認)?(の|に|へ)?(状況|結果|集計|未回答(者|の人)?|回答(状況)?|答え)(を|に)?(見(る|たい|せて)|知りたい|教えて|変え(る|たい)|する|したい|る)?(ください)?$|^safety check (results|status)$/,
    'manage_polls',
  ],
  [
    /^((うち|私|わたし|自分|自)の)?(課|係|部|所属|部署|園|部下)?(の中)?(で|の|に)?(まだ)?((安否|参集|安否・?参集)(の?確認)?(に|の|へ)?)?(まだ)?(未回答|(答えて|回答して|返事して)(い)?ない)(の)?(人|者|方|職員|部下)(の)?(一覧|リスト)?(は|って|を)?((誰|だれ|どなた)|(見る|見たい|知りたい|教えて|見せて)(ください)?|いる|います)?(ですか|です|か)?$/,
    'manage_polls',
  ],
  [/^(みんなの(ありがとう|サンクスカード|感謝)(を?(見る|見たい|見せて))?|shared thanks)$/, 'shared_thanks'],
  [
    /^(.{1,20}(さん|様|くん|君|ちゃん|課長|係長|部長|先輩)(に|へ)(の)?)?(ありがとう|お礼|感謝|サンクス)(の?カード)?を?(送|贈|伝え|書|出)(る|く|す|り|き|し)?(たい|ます)?(です)?$|^(send thanks|thank a colleague)$/,
    'send_thanks',
  ],
  [
    /^((((私|わたし|自分|僕|俺|うち)の)(直属の)?(所属長|上司|管理職|代決者|([一二12]次)?(評価|評定)者|(評価|評定)(を)?(する|してくれる|している)人)|(直属の)?(所属長|上司))(の名前)?(は|って|を)?(誰|だれ|どなた|どの人|何て人|教えて|知りたい)?|(誰|だれ|どなた)が(私|わたし|自分)(を|の)(評価|評定)(を)?(する|している|してる|します))(です|なの|なん|でしょう|だっけ|ください|か|の)*$|^who(?:'s| is) my (?:manager|boss|supervisor|evaluator|section (?:head|manager))$/,
    'own_superiors',
  ],
  [
    /^(.{0,12}(さん|君|くん|課長|係長|主任|主事|部長)|部下|課員|係員|後輩|同僚|メンティー?|(うち|他|ほか)の.{0,4}(職員|人|方|みんな)|(全)?職員|みんな|全員)(の|が)(これまで|今まで)?(の)?((研修|受講|学習)(の)?(履歴|歴|記録|実績)|(研修|講座)?(の)?申し?込み?(の)?(状況|一覧|履歴)|(受けた|申し?込んだ)(研修|講座))(は|を|が|って)?(見(る|たい|せて|られる|られます)|確認(したい|できる|できます|する)|知りたい|教えて|出して)?(です|ですか|ください|か|の){0,8}$|^(show )?(his|her|their|.{2,20}'s) (training|course) (record|history|applications)$/,
    'others_record',
  ],
  [/^(監査ログ|監査記録|操作記録|audit log)(を?見る)?$/, 'audit_log'],
];

/** Null when the text asks for no action. */
export function readRequest(text: string): RequestedAction | null {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s。、!！?？]+$/u, '');
  const isEnglish = /^[\x20-\x7e]+$/.test(bare);
  if ([...bare].length > (isEnglish ? 2 : 1) * LONGEST) return null;
  const joined = isEnglish ? bare : bare.replace(/\s+/g, '');
  if (isTakenBack(joined)) return 'undo_done';
  if (isToldThoughDone(joined)) return 'list_due';
  // Of the same words a question: ストレスチェック受けた？
  if (!/[?？]\s*$/u.test(text) && isReportOfDone(joined)) return 'list_due';
  const named = PATTERNS.find(([pattern]) => pattern.test(joined))?.[1];
  if (named === undefined && isQuestionOfDone(joined)) return 'list_due';
  return named ?? (isEnglish ? readEnglishEverydayRequest(joined) : readEverydayRequest(joined));
}
