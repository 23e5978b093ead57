import type { DaySpan, EnrolmentRequest } from './enrolment-request';

const COURSE = '(?:courses?|trainings?|seminars?|workshops?|class(?:es)?|e-?learning)';
const IN_GENERAL =
  /\bhow\b|\bdeadline\b|\bby when\b|\bpolicy (?:on|about|for|of)\b|\brules?\b|\bcan (?:one|staff|employees)\b|\bwhat happens\b|\bwhy\b|\bif i\b/;
const APPLY =
  /\b(?:apply (?:for|to)|sign (?:me )?up (?:for|to)|enroll?(?: me)? (?:in|for|on)|register(?: me)? for|put me down for)\s+(?:the |a |an )?(.+?)[.!]*$/;
const WISH =
  /^(?:(?:hi|hello|ok|okay|so|well)[, ]+)?(?:please |i(?:'d| would)? ?(?:want|like|love|wish)? ?to |i(?:'ll| will) |i am going to |let me |can you |could you |can i |may i )?(?:please )?$/;
const WITHDRAW = [
  new RegExp(
    `\\b(?:cancel|withdraw(?: from)?|drop out of|drop)\\b(.*)\\b(?:applications?|enroll?ments?|registrations?|${COURSE})\\b`,
  ),
  new RegExp(
    `\\bi (?:can(?:no|')t|can not|won't be able to|am unable to|'m unable to) (?:make it|attend|come|go|take part)(?: to| in)?(.*)\\b${COURSE}\\b`,
  ),
];
const STATUS = [
  /\bmy (?:course |training )?(?:applications?|enroll?ments?|registrations?)(?: status)?\b/,
  new RegExp(`\\bmy (?:upcoming|coming|booked) ${COURSE}\\b`),
  new RegExp(
    `\\bwh(?:at|ich)(?: ${COURSE})? (?:have|did) i (?:applied|apply|signed? up|registered?|enroll?(?:ed)?)\\b`,
  ),
  /\b(?:am i|have i) (?:enroll?ed|registered|signed up|applied)\b/,
];
const NEXT = [
  new RegExp(`\\b(?:when|where|what)(?:'s| is) my (?:next )?${COURSE}\\b`),
  new RegExp(`^(?:my )?next ${COURSE} (?:when|where)\\??$`),
  new RegExp(`\\b(?:where|what time) is (?:the|my) ${COURSE}\\b`),
];

/** What somebody applies for who says so in other words than `readEnglishRequest` knows; empty where it is not named. */
export const appliedForInEnglish = (text: string): string => APPLY.exec(text.toLowerCase())?.[1] ?? '';

/** As `readEnrolmentRequest`, of a text in English. */
export function readEnglishRequest(text: string, dates: DaySpan | null): EnrolmentRequest | null {
  const lower = text.toLowerCase().replaceAll('’', "'");
  if (IN_GENERAL.test(lower)) return null;
  for (const pattern of WITHDRAW) {
    const found = pattern.exec(lower);
    if (found !== null && !/\?$/.test(lower)) {
      return { kind: 'withdraw', about: subject(found[1] ?? '', dates), dates };
    }
  }
  const wish = APPLY.exec(lower);
  if (wish !== null && WISH.test(lower.slice(0, wish.index))) {
    const named = new RegExp(`\\b${COURSE}\\b`).test(lower);
    return { kind: 'apply', about: wish[1] ?? '', named };
  }
  if (STATUS.some((pattern) => pattern.test(lower))) return { kind: 'status', about: '', dates, next: false };
  if (NEXT.some((pattern) => pattern.test(lower))) {
    return { kind: 'status', about: '', dates, next: dates === null };
  }
  return null;
}

const subject = (text: string, dates: DaySpan | null): string =>
  (dates === null ? text : text.replace(dates.label.toLowerCase(), ''))
    .replace(
      /\b(?:my|the|a|an|for|from|to|in|of|next|please|application|enroll?ment|registration)\b|'s\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
