import { type Translation, textsIn } from '../../core/texts';
import type { Authority } from '../directory';
import type { Refusal } from './grant';

const ja = {
  heading: '役割の付与：ストレスチェック実施事務従事者',
  note: '個人の受検状況を見られるただ一つの役割です。名簿の「役割」で候補にし、人事課管理者2人（提案と付与は別の人）で付与します。2人で決めることは市の独自ルールです。',
  ownNote:
    'あなたはストレスチェック実施事務従事者です。いつでも役割を返せます。返すと、すぐに何も見られなくなります。',
  empty: '候補がいません。名簿の「役割」に「ストレスチェック実施事務従事者」を入れると、ここに出ます。',
  person: (name: string, section: string) => `${name}（${section}）`,
  status: {
    none: 'まだ提案されていません',
    proposed: (by: string) => `${by}が提案中。もう1人の人事課管理者の付与を待っています`,
    standing: (by: string) => `付与済み（付与：${by}）`,
    sample: '付与済み（見本。本番では、改めて2人で付与するまで無効です）',
    gone: '名簿の候補ではなくなりました。役割は無効です',
    otherAccount: '提案のあとで名簿のEntraオブジェクトIDが変わりました。役割は無効です',
  },
  authority: {
    'hr-role': '人事課の役割を持つため、任せられません',
    manager: '所属長のため、任せられません',
    deputy: '所属長の代決者のため、任せられません（市の独自ルール）',
    evaluator: '評定者のため、任せられません（市の独自ルール）',
    'hr-section': '人事課の職員のため、任せられません（市の独自ルール）',
  } satisfies Record<Authority, string>,
  noAccount: '名簿にEntraオブジェクトIDがないため、任せられません',
  propose: '提案する',
  grant: '付与する',
  decline: '提案を取り下げる',
  revoke: '役割を外す',
  resign: '役割を返す',
  refresh: '表示を更新',
  done: {
    proposed: '提案しました。もう1人の人事課管理者が「役割の付与」で付与します。',
    granted: '付与しました。本人にもお伝えください。',
    declined: '提案を取り下げました。',
    revoked: '役割を外しました。',
    resigned: '役割を返しました。',
    lapsed: '条件を満たさなくなったため、役割は失効しました。',
  },
  refusal: {
    'admins-only': '役割の付与は、人事課の管理者だけができます。',
    'own-proposal': '提案した人は付与できません。もう1人の人事課管理者が付与してください。',
    'for-oneself': '自分に役割を付与することはできません。',
    authority:
      '人事権を持つ人（人事課、所属長、代決者、評定者）には任せられません（労働安全衛生規則第52条の10。代決者・評定者・人事課の職員は市の独自ルール）。',
    'no-account': '名簿の候補ではないか、EntraオブジェクトIDがありません。',
    'not-now': 'すでに別の操作がされています。今の状態を表示しました。',
  } satisfies Record<Refusal, string>,
};

const en: Translation<typeof ja> = {
  heading: 'Granting a role: stress-check administrator',
  note: 'The only role that sees who has taken the stress check. Name candidates in the roster (Roles); two HR administrators, one who proposes and another who grants, give the role. That two are needed is the city’s own rule.',
  ownNote:
    'You are a stress-check administrator. You can give the role back at any time; you then see nothing more at once.',
  empty:
    'No candidates. Whoever has “Stress-check administrator” among their roles in the roster appears here.',
  person: (name, section) => `${name} (${section})`,
  status: {
    none: 'Not proposed yet',
    proposed: (by) => `Proposed by ${by}; waits for a second HR administrator`,
    standing: (by) => `Granted (by ${by})`,
    sample: 'Granted (sample: in real use it counts for nothing until two have granted it anew)',
    gone: 'No longer named in the roster: the role counts for nothing',
    otherAccount: 'The Entra object id in the roster changed after the proposal: the role counts for nothing',
  },
  authority: {
    'hr-role': 'Has an HR role: cannot be given this one',
    manager: 'Is a manager: cannot be given this role',
    deputy: 'Is a manager’s deputy: cannot be given this role (the city’s own rule)',
    evaluator: 'Is an evaluator: cannot be given this role (the city’s own rule)',
    'hr-section': 'Belongs to the HR section: cannot be given this role (the city’s own rule)',
  },
  noAccount: 'Has no Entra object id in the roster: cannot be given this role',
  propose: 'Propose',
  grant: 'Grant',
  decline: 'Withdraw the proposal',
  revoke: 'Revoke',
  resign: 'Give the role back',
  refresh: 'Refresh',
  done: {
    proposed: 'Proposed. Another HR administrator grants it by “役割の付与”.',
    granted: 'Granted. Please tell the person.',
    declined: 'The proposal is withdrawn.',
    revoked: 'Revoked.',
    resigned: 'You gave the role back.',
    lapsed: 'The role has lapsed, since its conditions no longer hold.',
  },
  refusal: {
    'admins-only': 'Only HR administrators can grant roles.',
    'own-proposal': 'Who proposed cannot grant. Another HR administrator has to.',
    'for-oneself': 'Nobody can grant a role to themself.',
    authority:
      'People with personnel authority (HR, managers, deputies, evaluators) cannot have this role (労働安全衛生規則 第52条の10; for deputies, evaluators and HR staff it is the city’s own rule).',
    'no-account': 'Not a candidate of the roster, or without an Entra object id.',
    'not-now': 'Something else was done meanwhile. This is how it stands now.',
  },
};

export const grantsTexts = textsIn(ja, en);
