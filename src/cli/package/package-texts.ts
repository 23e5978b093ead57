import { type Translation, textsIn } from '../../core/texts';

const ja = {
  needAppId: 'アプリのIDがありません。',
  badAppId: (value: string) => `アプリのID「${value}」が GUID の形ではありません。`,
  needUrl: '公開URLがありません。',
  badUrl: (value: string) => `公開URL「${value}」が https:// で始まるURLではありません。`,
  howTo: `次のように指定してください。
  環境変数   MicrosoftAppId=（アプリ登録のGUID） PUBLIC_URL=https://（職員のブラウザーから届くURL）
  または     npm run package -- --app-id （GUID） --url https://…
形だけを確かめるときは: npm run package -- --sample`,
  unknownOption: (detail: string) => `指定を読めません（${detail}）。`,

  problems: (count: number) => `Teamsアプリのパッケージを作れません。直すところが${count}件あります。`,
  problem: (file: string, place: string, reason: string) =>
    `${[file, place].filter(Boolean).join(' の ')}: ${reason}`,
  tooLong: (length: number, limit: number) => `${length}文字あります（${limit}文字まで）。`,
  missing: (name: string) => `「${name}」がありません。`,
  notAllowed: (name: string) => `「${name}」という項目は使えません。`,
  badForm: '書き方が決まりと違います。',
  tooMany: (limit: number) => `多すぎます（${limit}件まで）。`,
  notChoice: (choices: string) => `使える値は ${choices} です。`,
  noTranslation: (language: string) => `${language} の訳がありません。`,
  noOriginal: 'manifest.json にない文字列です。',
  notPng: 'PNG（8ビット、RGB または RGBA）として読めません。',
  wrongSize: (actual: string, wanted: string) => `大きさが ${actual} です（${wanted} にしてください）。`,
  notOpaque: '透明な部分があります。全体を塗ってください。',
  notWhite: '白と透明だけで描いてください。',
  notTransparent: '背景を透明にしてください。',
  blank: '何も描かれていません。',

  done: (file: string, kilobytes: string) => `${file} を作りました（${kilobytes} KB）。`,
  details: (version: string, appId: string, url: string) =>
    `  版 ${version}　アプリID ${appId}　公開URL ${url}`,
  next: '  Teams 管理センターの［Teams のアプリ］→［アプリを管理］→［アップロード］で登録します。',
  sample: '  見本のIDで作りました。このファイルは Teams に登録できません。',
};

const en: Translation<typeof ja> = {
  needAppId: 'The app id is missing.',
  badAppId: (value) => `The app id "${value}" is not a GUID.`,
  needUrl: 'The public address is missing.',
  badUrl: (value) => `The public address "${value}" does not start with https://.`,
  howTo: `Please give them like this:
  environment   MicrosoftAppId=(GUID of the app registration) PUBLIC_URL=https://(address that staff's browsers reach)
  or            npm run package -- --app-id (GUID) --url https://…
To check the form only: npm run package -- --sample`,
  unknownOption: (detail) => `An option was not understood (${detail}).`,

  problems: (count) => `The Teams app package cannot be made. To be corrected: ${count}`,
  problem: (file, place, reason) => `${[file, place].filter(Boolean).join(', ')}: ${reason}`,
  tooLong: (length, limit) => `has ${length} characters (at most ${limit}).`,
  missing: (name) => `"${name}" is missing.`,
  notAllowed: (name) => `"${name}" is not allowed here.`,
  badForm: 'is not written in the required form.',
  tooMany: (limit) => `has too many entries (at most ${limit}).`,
  notChoice: (choices) => `must be one of ${choices}.`,
  noTranslation: (language) => `has no translation into "${language}".`,
  noOriginal: 'is not a text of manifest.json.',
  notPng: 'cannot be read as PNG (8 bits, RGB or RGBA).',
  wrongSize: (actual, wanted) => `is ${actual} (must be ${wanted}).`,
  notOpaque: 'has transparent parts. Please fill the whole area.',
  notWhite: 'may hold white and transparent pixels only.',
  notTransparent: 'needs a transparent background.',
  blank: 'shows nothing.',

  done: (file, kilobytes) => `Made ${file} (${kilobytes} KB).`,
  details: (version, appId, url) => `  Version ${version}, app id ${appId}, public address ${url}`,
  next: '  Register it in the Teams admin centre: Teams apps > Manage apps > Upload.',
  sample: '  It carries a sample id and cannot be registered in Teams.',
};

export const packageTexts = textsIn(ja, en);
export type PackageTexts = Translation<typeof ja>;
