import type { Locale } from '../../core/turn';
import type { Campaign, StressCheckProtocol } from '../campaigns';
import { stressCheckTexts } from './stress-check-texts';
import { ordersIn } from './wording';

/** Null for a campaign of another template. */
export const protocolOf = ({ specific }: Pick<Campaign, 'specific'>): StressCheckProtocol | null =>
  specific.template === 'stress_check' ? specific.protocol : null;

/**
 * What is missing before a stress check may start, in words for who runs it; empty: nothing.
 *
 * - 実施者 with a profession of 労働安全衛生規則 第52条の10第1項, 実施事務従事者 (指針 6);
 * - the day on which the 衛生委員会 deliberated (労働安全衛生規則 第22条第10号, 指針 5); for workplaces under 50, which have no
 *   committee, the day on which the staff were heard (第23条の2), also here;
 * - that nobody is treated worse (法 第66条の10第3項, 指針 10), who sees what (法 第104条, 指針 11);
 * - how one asks for an interview with a physician (規則 第52条の16);
 * - that nobody is picked out: no message may go to people chosen by their result (法 第66条の10第2項・第3項);
 * - that the texts invite (指針 7(3)). That all of it must be shown before the start is the city's own rule.
 */
export function startProblems(
  campaign: Pick<Campaign, 'specific' | 'title' | 'texts' | 'opensOn' | 'audience'>,
  locale: Locale,
): readonly string[] {
  const protocol = protocolOf(campaign);
  if (protocol === null) return [];
  const t = stressCheckTexts(locale).problems;
  const { deliberatedOn } = protocol;
  const problems = [
    protocol.implementer === '' || protocol.profession === null ? t.implementer : '',
    protocol.clerks === '' ? t.clerks : '',
    deliberatedOn === null ? t.deliberation : deliberatedOn > campaign.opensOn ? t.deliberationLate : '',
    protocol.noDisadvantage ? '' : t.noDisadvantage,
    protocol.whoSeesWhat === '' ? t.whoSeesWhat : '',
    protocol.interviewContact === '' ? t.interview : '',
    isByPerson(campaign) ? t.audience : '',
    ...wordsOf(campaign).map((words) => t.order(words)),
  ];
  return problems.filter((problem) => problem !== '');
}

/**
 * An audience that is a list of people, or fits few of them: by that a message could go to a subset chosen by a result. By
 * workplace, job and contract it may be narrowed, since each workplace may have a check of its own (事業場ごとの実施).
 */
const isByPerson = ({ audience }: Pick<Campaign, 'audience'>): boolean =>
  audience.only.length > 0 ||
  audience.except.length > 0 ||
  audience.roles.length > 0 ||
  [audience.age, audience.yearsOfService].some(({ from, to }) => from !== null || to !== null);

/** Ordering words in whatever people read of it. */
function wordsOf({
  title,
  texts,
  specific,
}: Pick<Campaign, 'specific' | 'title' | 'texts'>): readonly string[] {
  const protocol = protocolOf({ specific });
  const all = [title, texts.ja.title, texts.ja.body, texts.en.title, texts.en.body];
  const words = [...all, protocol?.whoSeesWhat ?? '', protocol?.interviewContact ?? ''].flatMap(ordersIn);
  return [...new Set(words)];
}
