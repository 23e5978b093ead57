const GREETINGS =
  'こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|お?疲れ(?:様|さま)(?:です|でした)?|おつかれ(?:様|さま)(?:です|でした)?|お世話に(?:なって(?:おり|い)ます|なります)|はじめまして|初めまして|hi|hello|hey|good (?:morning|afternoon|evening)';
const OPENINGS =
  '(?:何度も)?(?:すみません|すいません)(?:が|けど)?|恐れ入ります(?:が)?|お忙しいところ|失礼します|(?:ちょっと)?(?:質問|お聞きしたいこと|聞きたいこと)(?:です|があります|なのですが|なんですが|があるのですが)|あの[うー]*|え[えー]*っ?と|ところで|ちなみに|では|それでは|excuse me|well|okay|ok|so';
/** Said without a pause as well. */
const CORRECTIONS = 'じゃあ|それじゃあ?|そうじゃなくて|そうではなくて|そうじゃない|違くて|違います';
const THANKS =
  '(?:どうぞ|何卒)?(?:よろしく|宜しく)(?:お願い(?:いた|致)?します|です)?|お願い(?:いた|致)?します|(?:どうも|本当に|いつも)?(?:ありがとう|有難う)(?:ございま(?:す|した))?|助かります|お手数を?(?:おかけ|お掛け)します|thanks?(?: you)?(?: (?:so much|very much|in advance))?';

const BEFORE = new RegExp(
  `^(?:(?:(?:${GREETINGS})(?:育成ナビ)?(?:さん)?|${OPENINGS}|${CORRECTIONS})(?:[、。,.!！…\\s]+)|(?:${CORRECTIONS})(?=[^、。です]))+`,
  'i',
);
const BEHIND = new RegExp(`(?:(?<=[。!！?？、,.\\s])(?:${THANKS})[。.!！、\\s]*)+$`, 'i');

/** The question without こんにちは before and よろしくお願いします behind it; as it was where nothing else is said. */
export function withoutCourtesy(text: string): string {
  const bare = text
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .replace(/[、,\s]+$/, '');
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text;
}
