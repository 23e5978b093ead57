import { type Translation, textsIn } from '../../core/texts';

const ja = {
  changesHeading: '最近の変更',
  changesText: '新しい順に5件までです。選んだ変更を、行う前の内容に戻せます。',
  changesEmpty: 'まだ変更はありません。',
  what: (dataset: string, counts: string) => `${dataset}　${counts}`,
  who: (name: string, at: string, source: string) => `${name}　${at}　${source}`,
  undoneBy: (name: string, at: string) => `元に戻し済み（${name}　${at}）`,
  askHeading: 'この変更を元に戻しますか',
  effects: (added: number, changed: number, removed: number) =>
    [
      added > 0 ? `追加した${added}件を削除します。` : '',
      changed > 0 ? `変更した${changed}件を、前の内容に戻します。` : '',
      removed > 0 ? `削除した${removed}件を復活させます。` : '',
    ]
      .filter(Boolean)
      .join(''),
  undoneHeading: '元に戻しました',
  alreadyUndone: 'この変更は、すでに元に戻されています',
  undoGone: 'この変更は見つかりません。',
  refusedHeading: '元に戻せませんでした',
  redo: '元に戻すのを取り消す',
  seeChanges: '最近の変更を見る',
  unconfirmed: (count: number) =>
    `${count}件は確認待ちです。確認するまで、職員への答えには使いません（見本の環境を除く）。`,
  confirmAll: (count: number) => `${count}件を確認済みにする`,
  confirmedHeading: '確認済みにしました',
  confirmedText: (count: number) => `${count}件を確認済みにしました。`,
  nothingToConfirm: '確認待ちのものは残っていません。',

  historyHeading: '変更の履歴',
  historyEmpty: 'まだ変更はありません。',
  historyMore: (count: number) => `これより前の変更　${count}件`,
  kinds: { added: '追加', changed: '変更', removed: '削除' },
  undoThis: 'この変更を元に戻す',
  backToList: '一覧に戻る',
};

const en: Translation<typeof ja> = {
  changesHeading: 'Recent changes',
  changesText: 'The latest five, newest first. Each can be taken back to what was before.',
  changesEmpty: 'Nothing was changed yet.',
  what: (dataset, counts) => `${dataset}: ${counts}`,
  who: (name, at, source) => `${name}, ${at}, ${source}`,
  undoneBy: (name, at) => `Undone (${name}, ${at})`,
  askHeading: 'Undo this change?',
  effects: (added, changed, removed) =>
    [
      added > 0 ? `${added} added will be removed.` : '',
      changed > 0 ? `${changed} changed will be as before.` : '',
      removed > 0 ? `${removed} removed will come back.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  undoneHeading: 'Undone',
  alreadyUndone: 'This change has already been undone',
  undoGone: 'This change was not found.',
  refusedHeading: 'It could not be undone',
  redo: 'Take the undo back',
  seeChanges: 'Recent changes',
  unconfirmed: (count) => `${count} await confirmation and are not used for answers until then.`,
  confirmAll: (count) => `Confirm ${count}`,
  confirmedHeading: 'Confirmed',
  confirmedText: (count) => `${count} confirmed.`,
  nothingToConfirm: 'Nothing is left to be confirmed.',

  historyHeading: 'History',
  historyEmpty: 'Nothing was changed yet.',
  historyMore: (count) => `Earlier changes: ${count}`,
  kinds: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  undoThis: 'Undo this change',
  backToList: 'Back to the list',
};

export const changeTexts = textsIn(ja, en);
