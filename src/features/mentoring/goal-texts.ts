import { type Translation, textsIn } from '../../core/texts';

const ja = {
  title: '目標とステップ',
  note: (other: string) =>
    `目標とステップは、あなたと${other}さんの二人が見て、二人とも直せます。できていないステップは、次の面談のカードに続けて出ます。`,
  goal: (number: number) => `目標${number}`,
  removeHint: '目標の文を消して保存すると、目標を取り下げます。',
  steps: (number: number) => `目標${number}のステップ（できたものに印）`,
  newStep: (number: number) => `目標${number}に足す小さなステップ`,
  newGoal: '新しい目標（今年度）',
  firstStep: 'その目標への最初の小さなステップ',
  save: '保存',
  saveAnyway: 'このまま保存',
  saved: '目標とステップを保存しました。',
  ended: 'この組み合わせは終わっているため、直せません。',
  changed: (number: number, text: string) =>
    `目標${number}は、この画面を開いたあとに「${text}」に直されています。あなたの文でよければ、もう一度「保存」を押してください。`,
  takenBack: (text: string) =>
    `「${text}」と直した目標は、この画面を開いたあとに取り下げられています。もう一度「保存」を押すと、新しい目標になります。`,
  full: (most: number) => `目標は${most}つまでです。どれかを取り下げると、新しい目標を足せます。`,
  stepsFull: (number: number, most: number) => `目標${number}のステップは${most}つまでです。`,
};

const en: Translation<typeof ja> = {
  title: 'Goals and steps',
  note: (other) =>
    `You and ${other} both see and change them. Steps that are not done appear on the next check-in as well.`,
  goal: (number) => `Goal ${number}`,
  removeHint: 'Clear a goal and save to take it back.',
  steps: (number) => `Steps of goal ${number} (mark those done)`,
  newStep: (number) => `Another small step towards goal ${number}`,
  newGoal: 'New goal (this fiscal year)',
  firstStep: 'A first small step towards it',
  save: 'Save',
  saveAnyway: 'Save as it is',
  saved: 'Goals and steps are saved.',
  ended: 'This pair has ended; nothing can be changed.',
  changed: (number, text) =>
    `Goal ${number} has become “${text}” since you opened this. Save once more if yours shall stand.`,
  takenBack: (text) =>
    `The goal that you changed to “${text}” has been taken back since you opened this. Save once more to make it a new goal.`,
  full: (most) => `There can be ${most} goals. Take one back to add another.`,
  stepsFull: (number, most) => `Goal ${number} can have ${most} steps.`,
};

export const goalTexts = textsIn(ja, en);
