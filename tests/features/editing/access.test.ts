import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AttachedFile, Reply } from '../../../src/core/turn';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';

const EDITOR = '100066';
const OUTSIDERS = ['100001', '100003', '100216', '100479'];

let test1: TestBot;
beforeAll(async () => {
  test1 = await createTestBot();
});
afterAll(() => test1.close());

const csv = (name: string, text: string): AttachedFile => ({
  name,
  read: async () => new TextEncoder().encode(text),
});

async function attach(employee: string, ...files: AttachedFile[]) {
  return test1.turn(await test1.aadOf(employee), { kind: 'message', text: '', files });
}

it.each(['データの取り込み', 'データの編集', '確認待ち', '元に戻す'])('%s is HR’s alone', async (command) => {
  for (const person of OUTSIDERS) expect(shown(await test1.say(person, command))).toContain('人事課');
  expect((await test1.say(EDITOR, command)).messages[0]?.kind).toBe('card');
});

it.each([
  ['推進計画を編集したい', 'データの編集'],
  ['質問と回答を追加したい', 'データの編集'],
  ['開催回を追加', 'データの編集'],
  ['研修一覧をExcelで書き出したい', 'データの編集'],
  ['修了者の名簿を取り込みたい', 'データの取り込み'],
  ['取り込みのやり方', 'データの取り込み'],
  ['空のひな形がほしい', 'データの取り込み'],
  ['間違えて取り込んだ', '最近の変更'],
  ['変更履歴を見たい', '最近の変更'],
  ['誰が変えたか見たい', '最近の変更'],
  ['確認済みにしたい', '確認待ち'],
  ['公開日を決めたい', 'はじめの設定'],
])('HR says 「%s」 and gets 「%s」, nobody else does', async (words, heading) => {
  expect(shown(await test1.say(EDITOR, words))).toMatch(new RegExp(`^${heading}`));
  for (const person of OUTSIDERS) expect(shown(await test1.say(person, words))).toContain('人事課');
});

it.each([
  ['edit data', 'Edit data'],
  ['export courses to Excel', 'Edit data'],
  ['import a file', 'Import data'],
  ['awaiting confirmation', 'Awaiting confirmation'],
  ['undo the last import', 'Recent changes'],
])('what a card is called in English can be typed: %s', async (words, heading) => {
  expect(shown(await test1.say(EDITOR, words, 'en'))).toMatch(new RegExp(`^${heading}`));
});

it.each(['研修履歴を見たい', '開催日はいつ？', '来月の研修一覧', '研修の日程を変更したい'])(
  '「%s」 is no wish of HR’s',
  async (words) => {
    expect(shown(await test1.say('100001', words))).not.toContain('人事課の担当者だけ');
  },
);

it('files and dialogs of others are refused and change nothing', async () => {
  const changeSets = async () =>
    (await test1.store.db.selectFrom('change_sets').selectAll().execute()).length;
  const before = await changeSets();
  for (const person of OUTSIDERS) {
    expect(shown(await attach(person, csv('a.csv', 'date,name,kind\n2027-02-01,x,closed\n')))).toContain(
      '人事課',
    );
    const aad = await test1.aadOf(person);
    for (const kind of ['dialog-open', 'dialog-submit'] as const) {
      const reply = await test1.turn(aad, {
        kind,
        data: { verb: 'editing.form', dataset: 'faq', id: 'F-1.1.2-01' },
      });
      expect(reply.invoke?.kind === 'notice' || reply.invoke?.kind === 'dialog-closed').toBe(true);
    }
  }
  expect(await changeSets()).toBe(before);
  expect(await test1.store.db.selectFrom('uploads').selectAll().execute()).toEqual([]);
});

/** The upload as the card shows it: what was guessed is kept. */
const comparing = (uploaded: Reply) => {
  const data = buttonData(uploaded, 'editing.plan');
  return test1.tap(EDITOR, 'editing.plan', { ...data, kind: data.shownKind, mode: 'merge' });
};

it('an attached CSV shows its differences and is applied once, however often it is tapped', async () => {
  const uploaded = await attach(
    EDITOR,
    csv('休み.csv', '\uFEFFdate,name,kind\n2027-02-01,システム更新,closed\n'),
  );
  expect(shown(uploaded)).toContain('休み.csv');
  const compared = await comparing(uploaded);
  expect(shown(compared)).toContain('2027-02-01');
  const data = buttonData(compared, 'editing.apply');
  const applied = await test1.tap(EDITOR, 'editing.apply', data);
  await test1.tap(EDITOR, 'editing.apply', data);
  const rows = await test1.store.db
    .selectFrom('changes')
    .select('record_id')
    .where('record_id', '=', '2027-02-01')
    .execute();
  expect(rows).toHaveLength(1);
  expect(shown(applied)).toContain('元に戻す');
});

it('a file with a bad row can only be dropped', async () => {
  const courses = readFileSync(path.join(__dirname, '../../../data/courses.csv'), 'utf8')
    .split('\n')
    .slice(0, 2);
  const bad = courses.join('\n').replace('level_based', '存在しない種類');
  const compared = await comparing(await attach(EDITOR, csv('courses.csv', bad)));
  expect(shown(compared)).toContain('存在しない種類');
  expect(() => buttonData(compared, 'editing.apply')).toThrow();
});
