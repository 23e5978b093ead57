import { type Translation, textsIn } from '../../core/texts';

const ja = {
  problemsHeading: '次のところを直してください。入力した内容は残っています。',
  missing: (label: string) => `「${label}」を入力してください。`,
  tooLong: (label: string, most: number) => `「${label}」は${most}文字以内にしてください。`,
  notANumber: (label: string) => `「${label}」は数字で入力してください。`,
  wrongOrder: (label: string) => `「${label}」は、下限が上限より大きくなっています。`,
  notADay: (label: string) => `「${label}」の日付を選んでください。`,
  notHttps: (label: string) => `「${label}」は https:// で始まるアドレスにしてください。`,
};

const en: Translation<typeof ja> = {
  problemsHeading: 'Please put these right. What you typed is still there.',
  missing: (label) => `Please fill in “${label}”.`,
  tooLong: (label, most) => `“${label}” may have at most ${most} characters.`,
  notANumber: (label) => `“${label}” must be a number.`,
  wrongOrder: (label) => `“${label}”: the lower end is above the upper one.`,
  notADay: (label) => `Please choose a day for “${label}”.`,
  notHttps: (label) => `“${label}” must begin with https://.`,
};

export const formsTexts = textsIn(ja, en);
