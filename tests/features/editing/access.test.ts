import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AttachedFile } from '../../../src/core/turn';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';

const EDITOR = '100066';
const OUTSIDERS = ['100001', '100003', '100216', '100479'];

let test1: TestBot;
beforeAll(async () => {
  test1 = await createTestBot();
}, 60_000);
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

it('an attached CSV shows its differences, is applied, and undone', async () => {
  const file = csv('休み.csv', '\uFEFFdate,name,kind,sample\n2027-02-01,システム更新,closed,no\n');
  const uploaded = await attach(EDITOR, file);
  expect(shown(uploaded)).toContain('休み.csv');
  const compared = await test1.tap(EDITOR, 'editing.plan', {
    ...buttonData(uploaded, 'editing.plan'),
    dataset: 'holidays',
    mode: 'merge',
  });
  expect(shown(compared)).toContain('システム更新');
  const applied = await test1.tap(EDITOR, 'editing.apply', buttonData(compared, 'editing.apply'));
  const holiday = () =>
    test1.store.db
      .selectFrom('records')
      .select('id')
      .where('dataset', '=', 'holidays')
      .where('id', '=', '2027-02-01')
      .execute();
  expect(await holiday()).toHaveLength(1);
  expect(shown(applied)).toContain('元に戻す');
});

it('a file with a bad row changes nothing and says which', async () => {
  const courses = readFileSync(path.join(__dirname, '../../../data/courses.csv'), 'utf8')
    .split('\n')
    .slice(0, 3);
  const bad = [courses[0], courses[1]?.replace('level_based', '存在しない種類')].join('\n');
  const uploaded = await attach(EDITOR, csv('courses.csv', bad));
  const compared = await test1.tap(EDITOR, 'editing.plan', {
    ...buttonData(uploaded, 'editing.plan'),
    dataset: 'courses',
    mode: 'merge',
  });
  expect(shown(compared)).toContain('2');
  expect(() => buttonData(compared, 'editing.apply')).toThrow();
});
