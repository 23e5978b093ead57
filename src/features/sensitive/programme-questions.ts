import { foldKana } from './plain-text';

const any = (sources: readonly string[]): RegExp => new RegExp(sources.map(foldKana).join('|'), 'u');

/** What courses, rules and offers are called, and what is asked about them. */
const PROGRAMME = any([
  '研修|講座|講習|セミナー|勉強|シンポジウム|説明|検定|資格|学(?:び|ぶ|べ|習)|訓練|テキスト|教材|題材|テーマ|講師|話し合|話題|認識を合わせ|線引き|どこからが|ならないか(?:心配|不安)?$|言われないよう|場合(?:の|は)',
  '制度|仕組|規程|規則|要綱|要領|指針|方針|条例|防止法|規制法|保護法|基本法|法律|計画|マニュアル|ポスター|パンフ|資料|様式|名簿|統計|調査|アンケート|月間|週間|ルール',
  '防止|防ぐ|予防|未然|対策|取組|取り組|啓発|周知|理解|支援|措置|早期発見|早く気づ|早めに気づ|意識を高|知識|基礎|ポイント|心得|役割|手順|対応(?:を|は|の|$)|方法',
  'とは(?:何|な(?:に|ん)|どう|どんな|$|どのよう)|って(?:何|な(?:に|ん)|どんな|どういう)|の略|意味|定義|種類|違い|境|目的|趣旨|対象|内容|影響|件数|言葉|なぜ|何のため|理由|市は何|想定|検討|書いてある|載って|もう始ま|(?:降格|降任|役職|職位).{0,14}(?:もらえる|できる)(?:の|か|んですか)?$|いつ始ま|いつから',
  '窓口(?:は|を|の|に|って|が)|(?:通報先|担当課?)(?:は|を|の|に|って|が)|何件|日程|時期|受付|申請|手続|給料は|基準|開催|ラーニング|url',
  '何年|何人|誰(?:です)?か?$|いつ(?:です)?か?$|武将|人物|作者|小説|作品|有名|事件|歴史|企業は|世界|患者数|率(?:は|が|$)|どのくらい|いくつ|合法',
  'けんしゅう|研[収習]|せいど|とは|まどぐち|たいさく|ぼうし|りゆう|さかい|たいおう|はなしあ',
  '\\b(?:training|course|seminar|system|programme|program|policy|plan|guidelines?|what (?:is|are|does|do|should|counts)|when is|who can|is there|are there|why|prevent\\w*)\\b',
]);

/** Someone's own case: a course or a rule is named, but only as the place where it happened. */
const OWN_CASE = any([
  'つら(?:い|く)|辛い|苦し(?!情)|しんど|怖(?:い|く)|こわい|助けて(?:くだ|ほし|$)|困って(?:い|る)|ひどい|耐え(?:ら|き)|眠れな|涙|泣(?:い|き|け)|限界|もう(?:無理|だめ|嫌|続け)',
  'ハラ(?:スメント)?を?(?:受けて|され|うけて|に(?:遭|あ)って)|怒鳴られ(?!た(?:とき|場合))|責められ|無視され|いじめられて|触られ|脅され|罵ら|殴られ|叱られて',
  '(?:降り|おり|戻り|辞め|外れ|やめ)たい|(?:戻して|降ろして|外して)(?:ほし|くだ)|続けられな(?:い$|いの?で|く)|続ける自信',
  '(?:見て|知って|気づいて)しま|目撃|見つけ(?:て|た|まし)|打ち明け|させられ|\\b(?:i am|im|i was|me)\\b',
]);

/** Whether a sentence asks about a course, a rule or a programme rather than telling of someone's case. */
export const asksAboutProgramme = (part: string): boolean => PROGRAMME.test(part) && !OWN_CASE.test(part);
