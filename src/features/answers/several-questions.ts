/** Between two questions of one message. */
const NEXT =
  /(?<=[?？。!！\n])\s*(?:(?:あと(?!で|から)|それから|それと|ついでに|また|もう(?:1|一|ひと)つ|別件(?:です)?(?:が)?|also)[、,]?\s*|[・●■①-⑨]\s*|\d[.)．）]\s*)/i;
const BULLET = /^\s*(?:[・●■①-⑨]|\d[.)．）])\s*/;

/** Shorter ones are no question. */
const SHORTEST = 4;
const LONGEST_TEXT = 300;
const MOST = 3;

/** 自己申告書はいつまで？あと、有給は何日？: the questions one by one; empty where the text is one. */
export function severalQuestions(text: string): readonly string[] {
  if (text.length > LONGEST_TEXT) return [];
  const parts = text
    .replace(BULLET, '')
    .split(NEXT)
    .map((part) => part.trim());
  const isSeveral =
    parts.length > 1 && parts.length <= MOST && parts.every((part) => [...part].length >= SHORTEST);
  return isSeveral ? parts : [];
}
