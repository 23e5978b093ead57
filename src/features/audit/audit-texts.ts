import { type Translation, textsIn } from '../../core/texts';
import type { AuditAction } from './audit-log';

const ja = {
  heading: '監査ログ',
  empty: '記録はまだありません。',
  newestFirst: '新しい順に表示しています。内容そのものは記録していません。',
  older: '前の記録',
  newest: '最新に戻る',
  forbidden:
    '監査ログは、監査担当と人事課の管理者だけが見られます（ストレスチェックの記録は、その担当者だけ）。',
  system: 'システム',
  withheld: 'ストレスチェック担当者（内容は担当者だけが見られます）',
  cli: '管理コマンド',
  action: {
    'records-changed': 'データの変更',
    'records-confirmed': 'データの確認',
    'records-confirmation-withdrawn': 'データの確認の取消し',
    'records-read': '個人データの閲覧',
    'records-exported': 'データの書き出し',
    'inquiry-answered': '問い合わせへの回答',
    'campaign-changed': '締切のある依頼の操作',
    'campaign-members-read': '提出状況の閲覧',
    'campaign-recorded': '提出の代理記録',
    'stress-check-changed': 'ストレスチェックの操作',
    'stress-check-read': 'ストレスチェックの受検状況の閲覧',
    'mentoring-changed': 'メンターの組み合わせの操作',
    'mentoring-read': 'メンターの組み合わせの閲覧',
    'role-proposed': '役割の提案',
    'role-granted': '役割の付与',
    'role-ended': '役割の終了',
    launched: '公開',
    unpublished: '公開の停止',
  } satisfies Record<AuditAction, string>,
};

const en: Translation<typeof ja> = {
  heading: 'Audit log',
  empty: 'Nothing has been recorded yet.',
  newestFirst: 'Newest first. Contents themselves are not recorded.',
  older: 'Older entries',
  newest: 'Back to the newest',
  forbidden: 'Only auditors and HR administrators see the audit log.',
  system: 'System',
  withheld: 'Stress-check administrator (only they see what was done)',
  cli: 'Administration command',
  action: {
    'records-changed': 'Data changed',
    'records-confirmed': 'Data confirmed',
    'records-confirmation-withdrawn': 'Confirmation withdrawn',
    'records-read': 'Personal data read',
    'records-exported': 'Data exported',
    'inquiry-answered': 'Question answered',
    'campaign-changed': 'Campaign changed',
    'campaign-members-read': 'Who has handed in was read',
    'campaign-recorded': 'Recorded for somebody else',
    'stress-check-changed': 'Stress check changed',
    'stress-check-read': 'Stress check status read',
    'mentoring-changed': 'Mentor pairs changed',
    'mentoring-read': 'Mentor pairs read',
    'role-proposed': 'Role proposed',
    'role-granted': 'Role granted',
    'role-ended': 'Role ended',
    launched: 'Gone live',
    unpublished: 'Taken offline',
  },
};

export const auditTexts = textsIn(ja, en);
