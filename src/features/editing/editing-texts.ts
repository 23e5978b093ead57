import { type Translation, textsIn } from '../../core/texts';

/** Texts that more than one of the flows shows. */
const ja = {
  hrOnly: 'この操作は人事課の担当者だけができます。',
  adminOnly: '職員名簿は、人事課の管理者だけが扱えます。',
  onlyPersonal: 'データの操作は、育成ナビとの1対1のチャットでお願いします。',
  oldCard:
    'このカードは古いため操作できません。「データの編集」とメッセージを送ると、はじめから操作できます。',
  recordGone: 'このデータは、すでに削除されています。',
  undo: '元に戻す',
  cancel: 'やめる',
  back: '戻る',
  save: '保存する',
  next: '次へ',
  previous: '前へ',
  blank: '（空）',
  change: (column: string, before: string, after: string) => `${column}：${before} → ${after}`,
  counts: (added: number, changed: number, removed: number) =>
    [
      added > 0 ? `追加${added}件` : '',
      changed > 0 ? `変更${changed}件` : '',
      removed > 0 ? `削除${removed}件` : '',
    ]
      .filter(Boolean)
      .join('、') || '変更なし',
  more: (count: number) => `ほか${count}件`,
  system: 'システム',
  cli: '管理コマンド',
  sources: { form: '画面で編集', undo: '元に戻す操作', inquiry: '職員の質問への回答から' },
  file: (name: string) => `ファイル「${name}」`,
};

const en: Translation<typeof ja> = {
  hrOnly: 'Only the HR section can do this.',
  adminOnly: 'Only HR administrators handle the roster.',
  onlyPersonal: 'Please work on data in your own chat with Ikusei Navi.',
  oldCard: 'This card is too old to be used. Send “edit data” to start again.',
  recordGone: 'This record has already been removed.',
  undo: 'Undo',
  cancel: 'Cancel',
  back: 'Back',
  save: 'Save',
  next: 'Next',
  previous: 'Previous',
  blank: '(blank)',
  change: (column, before, after) => `${column}: ${before} → ${after}`,
  counts: (added, changed, removed) =>
    [
      added > 0 ? `${added} added` : '',
      changed > 0 ? `${changed} changed` : '',
      removed > 0 ? `${removed} removed` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'no change',
  more: (count) => `${count} more`,
  system: 'System',
  cli: 'Administration command',
  sources: { form: 'edited here', undo: 'undone', inquiry: 'from an answer to a question' },
  file: (name) => `file “${name}”`,
};

export const editingTexts = textsIn(ja, en);
