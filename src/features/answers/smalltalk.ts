import type { Smalltalk } from './answers-texts';

/** A turn that asks nothing of the knowledge: greetings, thanks, help. */
export type SmalltalkIntent =
  | { readonly kind: 'help' }
  | { readonly kind: 'smalltalk'; readonly which: Smalltalk };

/** Longer texts hold a question besides the greeting, and the question is what counts. */
const LONGEST = 24;

const PATTERNS: readonly (readonly [RegExp, SmalltalkIntent])[] = [
  [
    /^(ヘルプ|へるぷ|help|(メイン)?メニュー?(を?(開いて|出して|見せて|見たい|表示))?|めにゅー?|(main )?menu|トップ|ホーム|最初(から|に戻る|に戻って|へ戻る)(やり直し(たい)?|お願いします)?|やり直し|リセット|(この|ここの)?(ボット|bot|チャット|育成ナビ|ナビ)?の?使い方|つかいかた|できること|(あなたは?|きみは?|これは?)?(何|なに|なん)(が|か)?(できる|出来る|でき(ます|るん|る))(か|の|んですか|のですか|こと)?(を?教えて(ください)?)?|(これ|ここ|このボット|育成ナビ)(って)?(どう|どうやって)使(う|い|えば).*|使い方(を|が)?(教えて|おしえて|わからない|知りたい).*|どんな(こと|質問)(が|を)?(聞け|きけ|でき|質問でき).*|what can you do|how (do i|to) use (this|you).*|how does this work|commands?)$/,
    { kind: 'help' },
  ],
  [
    /^((はじめまして|初めまして)?よろしくお願い(いた)?します|おはよう(ございます)?|こんにち[はわ]|こんばん[はわ]|はじめまして|初めまして(よろしく(お願い(いたし|し)ます)?)?|はじめましてよろしく(お願い(いたし|し)ます)?|やあ|どうも|もしもし|よろしく(お願いし(ます|たします|いたします))?|お疲れ(様|さま)(です|でございます)?|おつかれ(様|さま)?(です)?|hi|hello|hey|good (morning|afternoon|evening)|nice to meet you)(育成ナビ)?(さん)?$/,
    { kind: 'smalltalk', which: 'greeting' },
  ],
  [
    /^(本当に|ほんとに|どうも|助かりました|助かった|たすかりました|了解|わかりました|なるほど|ok|おっけー|はい)*(ありがと(う|ー|ね|さん)*(ございま(す|した))?|サンキュー?|さんきゅー?|感謝(します|です)?|助かりました|たすかりました|助かった|了解(です|しました)?|わかりました|分かりました|なるほど|承知しました|thanks?( you)?( (so|very) much| a lot)?|thx|got it|ok(ay)?|great)(ね|よ|です)*(ありがと(う)?(ございま(す|した))?)?$/,
    { kind: 'smalltalk', which: 'thanks' },
  ],
  [
    /^(さよ(う)?なら|バイバイ|ばいばい|またね|また(明日|あした|今度)(ね)?|おやすみ(なさい)?|お先に失礼します|失礼します|じゃあね|それでは|お疲れ(様|さま)でした|おつかれさまでした|(これで|以上(です)?で?)?(終了|終わり|おわり)(です|にします|で(す|いい(です)?)?)?|以上(です)?|bye|goodbye|see you( later)?|good night)$/,
    { kind: 'smalltalk', which: 'farewell' },
  ],
  [
    /^((あなた|君|きみ|お前|そちら|これ)(は|って)?(一体)?(誰|だれ|何者|なにもの|何|なに|ai|人間|ロボット|ボット)(なの|なん)?(です|でしょう)?(か|の)?(ですか)?|(お)?名前(は|を)?(何|なに|なん)?(です(か)?|教えて(ください)?|というの)?|自己紹介(して|お願いします|してください)?|(育成ナビ)(って|とは)?(何|なに|なん|だれ|誰)?(です(か)?|なの)?|(中の人|人間|ロボット|ai|ボット)(ですか|なの|です)?|((あなた|君|きみ|これ|このボット)(は|って)?)?((誰|だれ|どこ)(が|に)(作っ|つくっ|作られ)(た|て(い)?る)(の|んです|のです)?か?|(生成ai|chatgpt|人工知能|ai)(なの|です|なんです|を?使って(い)?る(の|んです|のです)|で動いて(い)?る(の|んです|のです))か?|どの(モデル|ai)(なの|です)?か?){1,3}|who (made|built|created) you|are you chatgpt|who are you|what are you|what is your name|are you (a )?(human|bot|robot|ai))$/,
    { kind: 'smalltalk', which: 'whoami' },
  ],
  [
    /^((お)?元気(です(か)?|してる|ですか)?|調子(は)?(どう(です(か)?)?|いい(ですか)?)|いい天気(です)?ね|(今日は?)?(暑い|寒い|眠い|暇)(です)?(ね)?|すごい(ですね|ね)?|えらい(ね)?|賢い(ですね|ね)?|かしこいね|頼りになる(ね|ます)?|いいね|すばらしい|how are you|(you are |you're )?(great|nice|cool|smart))$/,
    { kind: 'smalltalk', which: 'feeling' },
  ],
  [
    /^((ううん|いや|いえ)?((いいえ|もう|やっぱり?|やはり)?(なん|何)でも(ない|ありません)|(やっぱり?|やはり|もう)(いい|大丈夫|結構)|(忘れて|気にしないで|お気になさらず)|(また|あとで)(に|自分で)?(考え|確認し)(ます|てみます))(です|わ|よ|ください|んで)*|never ?mind|forget it|no thanks?( you)?|it'?s (ok|fine|nothing))$/,
    { kind: 'smalltalk', which: 'neverMind' },
  ],
  [
    /^(ごめん(なさい)?|すみません|いや|いえ|no )?(使えない(な|ね|なあ)?|役に立た(ない|なかった)(な|ね|です)?|ばか|バカ|だめ(だ|だな|だね)?|((いや|全然|それは)?(違う|違います|違った|ちがう|ちがいます|そうじゃない(です)?|そうではない(です)?|そういう(こと|意味)(じゃ|では)(ない|なくて|ありません)|聞きたいのはそれ(じゃ|では)(ない|ありません)|それじゃない)(よ|んだけど|んですけど|んです|です)?){1,2}|答えになって(い)?ない|的外れ|意味(が)?わからない|useless|(you are |that'?s |that is )?wrong|that'?s not (what i (meant|asked)|it|right)|not helpful)$/,
    { kind: 'smalltalk', which: 'sorry' },
  ],
];

/** Null when the text is a question after all. */
export function readSmalltalk(text: string): SmalltalkIntent | null {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s。、.,!！?？~〜ー…☆★♪^_w笑]+$/u, '')
    .replace(/[。、.,!！?？〜…]/gu, '')
    .trim();
  if (bare.length === 0 || [...bare].length > LONGEST + (/^[\x20-\x7e]+$/.test(bare) ? 20 : 0)) return null;
  const joined = /^[\x20-\x7e]+$/.test(bare) ? bare : bare.replace(/\s+/g, '');
  return PATTERNS.find(([pattern]) => pattern.test(joined))?.[1] ?? null;
}
