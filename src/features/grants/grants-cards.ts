import { defineCard } from '../../cards/define-card';
import { aadObjectId, employeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Authority } from '../directory';
import { type Grant, grantId } from './grant';
import { grantsTexts } from './grants-texts';

export type GrantsView = {
  lang: Locale;
  fallback: string;
  heading: string;
  hasNotice: boolean;
  notice: string;
  note: string;
  hasEmpty: boolean;
  empty: string;
  people: {
    who: string;
    status: string;
    hasProblem: boolean;
    problem: string;
    hasActions: boolean;
    canPropose: boolean;
    person: string;
    proposeLabel: string;
    canGrant: boolean;
    id: string;
    grantLabel: string;
    canEnd: boolean;
    endLabel: string;
  }[];
  refreshLabel: string;
};

/** A candidate of the roster, or whoever still has a grant. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly isNominated: boolean;
  readonly hasAccount: boolean;
  readonly sameAccount: boolean;
  readonly authority: Authority | null;
  readonly grant: Grant | null;
  /** Who granted, or who proposed while it is not granted. */
  readonly by: string;
}

/** What the viewer may do: a holder sees their own grant alone. */
export type Viewer = { readonly kind: 'admin'; readonly id: string } | { readonly kind: 'holder' };

/** Cards have a limit; a city names a handful. */
const MOST_PEOPLE = 15;

export function grantsView(options: {
  readonly candidates: readonly Candidate[];
  readonly viewer: Viewer;
  readonly notice: string | null;
  readonly locale: Locale;
}): GrantsView {
  const { viewer, notice, locale } = options;
  const t = grantsTexts(locale);
  const candidates = options.candidates.slice(0, MOST_PEOPLE);
  return {
    lang: locale,
    fallback: t.heading,
    heading: t.heading,
    hasNotice: notice !== null,
    notice: notice ?? '',
    note: viewer.kind === 'admin' ? t.note : t.ownNote,
    hasEmpty: candidates.length === 0 && viewer.kind === 'admin',
    empty: t.empty,
    people: candidates.map((candidate) => personView(candidate, viewer, locale)),
    refreshLabel: t.refresh,
  };
}

function personView(candidate: Candidate, viewer: Viewer, locale: Locale): GrantsView['people'][number] {
  const t = grantsTexts(locale);
  const { grant, authority, isNominated, hasAccount } = candidate;
  const problem = authority !== null ? t.authority[authority] : isNominated && !hasAccount ? t.noAccount : '';
  const isAble = problem === '' && isNominated;
  const isAdmin = viewer.kind === 'admin';
  const canPropose = isAdmin && grant === null && isAble && viewer.id !== candidate.id;
  const canGrant =
    isAdmin &&
    grant?.status.kind === 'proposed' &&
    isAble &&
    grant.proposedBy !== viewer.id &&
    candidate.sameAccount;
  return {
    who: t.person(candidate.name, candidate.section),
    status: statusText(candidate, locale),
    hasProblem: problem !== '',
    problem,
    hasActions: canPropose || grant !== null,
    canPropose,
    person: candidate.id,
    proposeLabel: t.propose,
    canGrant,
    id: grant?.id ?? '',
    grantLabel: t.grant,
    canEnd: grant !== null,
    endLabel: !isAdmin ? t.resign : grant?.status.kind === 'proposed' ? t.decline : t.revoke,
  };
}

function statusText({ grant, isNominated, sameAccount, by }: Candidate, locale: Locale): string {
  const t = grantsTexts(locale).status;
  if (grant === null) return t.none;
  if (!isNominated) return t.gone;
  if (!sameAccount) return t.otherAccount;
  if (grant.isSample) return t.sample;
  return grant.status.kind === 'proposed' ? t.proposed(by) : t.standing(by);
}

const exampleGrant = (status: Grant['status'], isSample = false): Grant => ({
  id: grantId.parse('00000000-0000-4000-8000-000000000001'),
  person: employeeId.parse('100216'),
  account: aadObjectId.parse('00000000-0000-4000-8000-000000000002'),
  proposedBy: employeeId.parse('100062'),
  isSample,
  status,
});
const exampleCandidate = (more: Partial<Candidate>): Candidate => ({
  id: '100216',
  name: '例田 真由美',
  section: '健康推進課',
  isNominated: true,
  hasAccount: true,
  sameAccount: true,
  authority: null,
  grant: null,
  by: '架空本 幸一',
  ...more,
});
const granted = { kind: 'standing', grantedBy: employeeId.parse('100064') } as const;

export const grantsCard = defineCard<GrantsView>({
  name: 'grants/roles',
  examples: {
    admin: grantsView({
      candidates: [
        exampleCandidate({ grant: exampleGrant({ kind: 'proposed' }) }),
        exampleCandidate({ id: '100217', name: '見本島 翼', section: '総務課' }),
        exampleCandidate({ id: '100218', name: '仮木 章', section: '市民課', authority: 'manager' }),
        exampleCandidate({ id: '100219', name: '模田 楓', grant: exampleGrant(granted, true) }),
      ],
      viewer: { kind: 'admin', id: '100064' },
      notice: null,
      locale: 'ja',
    }),
    empty: grantsView({
      candidates: [],
      viewer: { kind: 'admin', id: '100064' },
      notice: grantsTexts('en').done.revoked,
      locale: 'en',
    }),
    own: grantsView({
      candidates: [exampleCandidate({ grant: exampleGrant(granted) })],
      viewer: { kind: 'holder' },
      notice: null,
      locale: 'ja',
    }),
  },
});
