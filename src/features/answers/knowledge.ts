import type { InitiativeId } from '../../core/ids';
import { needBehind, type SensitiveTopic } from '../sensitive';

/** Something the bot can answer with: an FAQ, a signpost to whoever handles a matter, or an initiative of the plan. */
export interface Entry {
  readonly id: string;
  readonly kind: 'faq' | 'signpost' | 'initiative';
  readonly title: string;
  readonly text: string;
  readonly titleEn: string | null;
  readonly textEn: string | null;
  readonly alternates: readonly string[];
  readonly alternatesEn: readonly string[];
  /** At most two: where the answer comes from. */
  readonly initiatives: readonly InitiativeId[];
  readonly contact: string | null;
  /** The plan only studies it (検討中). */
  readonly underStudy: boolean;
  readonly sample: boolean;
}

/** What somebody who is answered with this may be in need of help with; null where it tells no way to help. */
export const needFor = (entry: Entry | undefined): SensitiveTopic | null =>
  entry?.initiatives.map(needBehind).find((topic) => topic !== null) ?? null;

export interface FaqRecord {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly questionEn: string | null;
  readonly answerEn: string | null;
  readonly alternates: readonly string[];
  readonly alternatesEn: readonly string[];
  readonly initiatives: readonly InitiativeId[];
  readonly contact: string | null;
  readonly sample: boolean;
  readonly confirmed: boolean;
}

export interface InitiativeRecord {
  readonly id: InitiativeId;
  readonly section: string;
  readonly title: string;
  readonly summary: string;
  readonly titleEn: string | null;
  readonly summaryEn: string | null;
  readonly underStudy: boolean;
  readonly sample: boolean;
  readonly confirmed: boolean;
}

/** Entries of the organisation's FAQ and plan. With `confirmedOnly`, what HR has not confirmed stays out. */
export function buildEntries(
  faq: readonly FaqRecord[],
  plan: readonly InitiativeRecord[],
  confirmedOnly: boolean,
): readonly Entry[] {
  const studied = new Set(plan.filter(({ underStudy }) => underStudy).map(({ id }) => id));
  const usable = (record: { confirmed: boolean }): boolean => record.confirmed || !confirmedOnly;
  return [
    ...faq.filter(usable).map(
      (record): Entry => ({
        id: record.id,
        kind: record.initiatives.length > 0 ? 'faq' : 'signpost',
        title: record.question,
        text: record.answer,
        titleEn: record.questionEn,
        textEn: record.answerEn,
        alternates: record.alternates,
        alternatesEn: record.alternatesEn,
        initiatives: record.initiatives,
        contact: record.contact,
        underStudy: record.initiatives.some((id) => studied.has(id)),
        sample: record.sample,
      }),
    ),
    ...plan.filter(usable).map(
      (record): Entry => ({
        id: `P-${record.id}`,
        kind: 'initiative',
        title: record.title,
        text: record.summary,
        titleEn: record.titleEn,
        textEn: record.summaryEn,
        alternates: [],
        alternatesEn: [],
        initiatives: [record.id],
        contact: null,
        underStudy: record.underStudy,
        sample: record.sample,
      }),
    ),
  ];
}
