/** Words that stand in questions about anything, as the tokenizer writes them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'する なる ある いる できる やる くださる 下さる いただく 頂く もらう くれる おる くる 来る いく 行う しまう 致す いたす',
    '教える おしえる 知る 思う 言う いう みる 見る わかる 分かる ござる 願う おねがい お願い',
    'これ それ あれ どれ ここ そこ どこ なに なん いつ だれ どう どの どんな こんな そんな',
    'こと もの ところ とき 時 ため よう 場合 方 方法 等 など さん 様 的 の ん さ お ご 御',
    '良い よい いい 無い ない 欲しい ほしい 私 自分 すぐ とても もう まだ また ちょっと',
    'a an the is are was be am i my me we our you your it its they do does did can could will would should may',
    'of in on at to for from by with about as and or if not no this that there have has get how what when where who which why',
  ].flatMap((line) => line.split(' ')),
);
