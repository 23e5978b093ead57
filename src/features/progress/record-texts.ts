import { type Translation, textsIn } from '../../core/texts';

const ja = {
  heading: '代理の記録',
  text: '紙などで受け取った方を選んで記録します。「代理」として、あなたの氏名と日付が残り、本人にも表示されます。',
  section: '所属',
  allSections: 'すべての所属',
  switch: '所属を切り替える',
  people: '記録する方',
  person: (section: string, name: string, employee: string) => `${section}　${name}（${employee}）`,
  own: (name: string, employee: string) => `${name}（${employee}）`,
  record: '済みとして記録',
  nobody: '未提出の方はいません。',
  recordedHeading: (count: number) => `代理で記録した方：${count}人`,
  recordedLabel: '取り消す方',
  recorded: (who: string, by: string, day: string) => `${who}　${by}　${day}`,
  withdraw: '選んだ記録を取り消す',
  recordedNotice: (count: number) => `${count}人を済みとして記録しています。`,
  withdrawnNotice: (count: number) => `${count}人を未提出に戻しています。`,
  none: '記録する方を選んでください。',
  noneWithdrawn: '取り消す方を選んでください。',
  refused: 'この依頼は代理で記録できません。',
  back: '一覧へ戻る',
};

const en: Translation<typeof ja> = {
  heading: 'Recording for others',
  text: 'Choose those who handed in on paper or otherwise. Your name and the day are kept and shown to them.',
  section: 'Section',
  allSections: 'All sections',
  switch: 'Change section',
  people: 'People to record',
  person: (section, name, employee) => `${section}  ${name} (${employee})`,
  own: (name, employee) => `${name} (${employee})`,
  record: 'Record as done',
  nobody: 'Everybody has submitted.',
  recordedHeading: (count) => `Recorded for others: ${count}`,
  recordedLabel: 'Records to take back',
  recorded: (who, by, day) => `${who}  ${by}  ${day}`,
  withdraw: 'Take back those chosen',
  recordedNotice: (count) => `Recorded as done: ${count}.`,
  withdrawnNotice: (count) => `Set back to open: ${count}.`,
  none: 'Choose whom to record.',
  noneWithdrawn: 'Choose which records to take back.',
  refused: 'This cannot be recorded for others.',
  back: 'Back to the list',
};

export const recordTexts = textsIn(ja, en);
