import { textsIn } from '../core/texts';
import type { Locale } from '../core/turn';

const ja = {
  clockGoesBack: '時計は戻せません。いまより後の日時を指定してください。',
  clockTooFar: '一度に進められるのは2年までです。',
  notAnInstant: '日時の形が正しくありません（例: 2026-11-24T08:30:00+09:00）。',
  unknownPerson: 'その職員は名簿にいません。',
  fileTooLarge: 'ファイルが大きすぎます（10MBまで）。',
  fileIsEmpty: 'ファイルが空です。',
  botUnreachable: '育成ナビから応答がありませんでした。',
  notFound: '見つかりません。',
};

export const localTexts = textsIn(ja, {
  clockGoesBack: 'The clock cannot go back. Choose a time after the present one.',
  clockTooFar: 'One move can reach two years ahead at most.',
  notAnInstant: 'Not a date and time (example: 2026-11-24T08:30:00+09:00).',
  unknownPerson: 'No such person in the directory.',
  fileTooLarge: 'The file is too large (10 MB at most).',
  fileIsEmpty: 'The file is empty.',
  botUnreachable: 'The bot did not answer.',
  notFound: 'Not found.',
});

/** Japanese unless English is asked for first. */
export const localeFrom = (acceptLanguage: string | string[] | undefined): Locale =>
  typeof acceptLanguage === 'string' && /^en\b/i.test(acceptLanguage) ? 'en' : 'ja';
