import { COURSE_NOUN, has } from './course-words';

/** A question from which one takes what one has understood; what is left names the subject. */
export interface Remainder {
  /** Whether the pattern (global) occurs; takes all of it away. */
  take(pattern: RegExp): boolean;
  has(pattern: RegExp): boolean;
  /** As `take`, and the named group of the first match. */
  captured(pattern: RegExp, group: string): string | null;
  /** The subject: content words without the grammar around them, or an empty text. */
  subject(where?: 'with asides' | 'without asides'): string;
}

export function createRemainder(text: string): Remainder {
  let rest = text;
  return {
    has: (pattern) => has(rest, pattern),
    take(pattern) {
      const found = has(rest, pattern);
      if (found) rest = rest.replace(pattern, GAP);
      return found;
    },
    captured(pattern, group) {
      const [first] = rest.matchAll(pattern);
      rest = rest.replace(pattern, GAP);
      return first?.groups?.[group] ?? null;
    },
    subject: (where = 'with asides') =>
      subjectOf(where === 'with asides' ? rest : (rest.split(ASIDE_MARK)[0] ?? '')),
  };
}

/** Stands before what was said after the question. */
export const ASIDE_MARK = '\n';

/** Stands where something was taken, so that what stood left and right of it does not grow together. */
const GAP = ' ';

/** Grammar and the wish itself; longest first where one begins another. */
const GLUE =
  /(?:が|を|に|も|は|って|とか)?(?:学べる|学ぶ|学びたい|学んで|(?:もっと)?(?:使えるようになり|できるようになり|身につけ|覚え|マスターし|上達し|使いこなし|使いこなせるようになり|うまくなり|上手になり)たい|習いたい|習える|勉強(?:したい|できる)|受けたい(?:です|の)?|受けられる|受けれる|受ける|受講(?:したい|できる|する)|参加(?:したい|できる|する)|出たい|申し?込(?:みたい|める|む|み(?:たい)?)?|応募(?:したい|できる)?|取りたい|やって(?:いる|います|ます|る|いた|た)?|あった|行われ[るた]|実施(?:される|された|する)?|開催(?:される|された|する|予定)?|開かれる|始まる|(?:やる|行く|開く|入れる|出られる)(?=[\s?。]|$)|予定(?:して|されて)(?:いる|る)|見ら?れる|視聴(?:できる|する)?|ある(?!く)|あり?ます(?:か|でしょうか)?|ありません(?:か)?|ないですか|ない(?=[かの?。]|$)|あれば|見たい(?:です)?|知りたい(?:です)?|教えて(?:ください|下さい|ほしい|欲しい|もらえますか)?|おしえて(?:ください)?|見せて(?:ください)?|みせて|表示して(?:ください)?|出して(?:ください)?|探して(?:いま?す|いる|る|ます)?|お願い(?:します|いたします)?|ください|下さい)(?:か|の|です|ね|よ)?/g;

const RELATIONS =
  /(?:に(?:なる|なった))?(?:んだけど|んですが|のですが|ですが|ですけど|けれど|けど|ので)|(?:に(?:ついて|関する|関して|関係する|かんする)|関[係連](?:の)?|系(?:統)?(?:の)?|(?:の)?ため(?:の)?|などの?|みたいな|とか(?:の)?|っていう|という)(?:の)?/g;

const QUESTION_WORDS =
  /(?:何|なに|なん)(?:か|が|の|です|でしょう|時|曜日)?(?=[\s?。]|$|ある|あり)|どれ(?:か)?|どの|どんな|いつ(?:から|まで|ごろ)?|どこ(?:か)?(?:に出て(?:い)?(?:る|ます)|で(?:見(?:られ)?(?:る|ます)|見れ(?:る|ます)|わかる|分か(?:る|ります)|や(?:る|ります)|開催(?:する|します|されます)?|開かれ(?:る|ます)|行われ(?:る|ます)))?(?:か)?|ですか|でしょうか|です|ます|(?:の)?ほう(?:の|が|は)|でしたら|なら|かな|だっけ|っけ|なあ|今年|もの(?=[\s?。はをが]|$)|やつ|こと(?=[\s?。はをが]|$)|自分|わたし|私|ぼく|僕|おれ|俺|市(?=の\s)|職員(?=向け|対象|の\s)|全職員|向けの?|むけの?|対象の?|用の/g;

const ENGLISH =
  /\b(?:what|which|when|where|who|how|is|are|was|were|do|does|did|can|could|will|would|should|may|i|me|my|we|our|us|you|your|it|its|the|a|an|of|in|on|at|to|for|from|by|with|about|and|or|if|any|all|some|there|that|this|these|those|next|show|list|tell|give|find|see|take|taking|attend|apply|join|register|sign up|signup|up|still|available|open|upcoming|coming|offered|offer|have|has|be|please|staff|employees?|city|month|week|year|schedule|dates?|training|one|ones|held|start|starts|want|like|know|looking)\b/g;

const EDGE_PARTICLES =
  /^(?:でも|では|には|にも|から|まで|より|とか|って|や|の|は|が|を|に|へ|と|も|で|か|な|よ|ね|お){1,8}(?=[^ぁ-ん]|$)|(?:でも|では|には|にも|から|まで|より|とか|って|だけ|や|の|は|が|を|に|へ|と|も|で|か|な|よ|ね|さ){1,8}$/;

/** What grammar leaves behind when a sentence is typed in hiragana. */
const LEFTOVER =
  /^(?:(?:が|は|で|も)?(?:いい|よい|ほしい|欲しい)(?:です)?|(?:の|を)?(?:間|あいだ|ぜんぶ|全部)|今|今後|今度|席|定員|予定|時期|募集|申込み?|応募|状況|日付|夜|昼|(?:入庁|採用)?[0-9]+年目|何歳|表示|詳しく|情報|庁内|市役所|場所|会場|回|詳細|全部|全て|全件|[ぁ-ん]{0,2}できる|[ぁ-んー]{1,2}|ある[ぁ-ん]{0,3}|あり[ぁ-ん]{0,4}|です[ぁ-ん]{0,3}|ます[ぁ-ん]{0,3}|して[ぁ-ん]{0,4}|ください|くれ|これ|それ|この|その|なにか|すべて|ぜんぶ|すぐ|まだ|いま|なるべく|できれば|できる|とき|ほか|ほう|ところ|だけ|など|もっと|ちょっと|よさそう|いい[ぁ-ん]{0,3}|よい|ほしい|おねがい[ぁ-ん]{0,4}|[0-9]+)$/;

function subjectOf(rest: string): string {
  return [COURSE_NOUN, GLUE, RELATIONS, QUESTION_WORDS, ENGLISH]
    .reduce((text, pattern) => text.replace(pattern, GAP), rest)
    .split(/[\s、。,.!?！？・/「」『』()（）〜~…：:;'"“”\-—#*`|[\]<>{}$\\^_=]+/)
    .map((piece) => piece.replace(EDGE_PARTICLES, '').replace(EDGE_PARTICLES, ''))
    .filter((piece) => piece !== '' && !LEFTOVER.test(piece) && !/^[a-z]$/.test(piece))
    .join(' ')
    .slice(0, 200);
}
