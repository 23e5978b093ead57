const LONGEST = { ja: 40, en: 80 } as const;
const isEnglish = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const ASKED =
  /いつまで|何日まで|何時まで|期限|期日|締め?切り?|〆切|しめきり|フォーム|リンク|url|until when|deadline|\bdue\b|by when|\b(?:form|link)\b/iu;
/** Of a rule, or of another day than the one that is set. */
const ASKS_FOR_A_RULE =
  /延[ばび長期]|伸ば|過ぎ|すぎ|遅れ|守[らる]|忘れ|破っ|なぜ|なんで|どうして|\blate\b|extend|extension|\bafter\b|\bmiss/iu;

/**
 * What is left of a short question for the day or the form of something: the words that may name it. Null for any other text.
 */
export function nameInDueQuestion(text: string): string | null {
  const asked = text.normalize('NFKC').trim();
  if ([...asked].length > LONGEST[isEnglish(asked) ? 'en' : 'ja']) return null;
  if (!ASKED.test(asked) || ASKS_FOR_A_RULE.test(asked)) return null;
  // In English the title of a form may hold the very word.
  return isEnglish(asked) ? asked : asked.replace(new RegExp(ASKED, 'giu'), ' ');
}
