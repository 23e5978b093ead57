import { linkedFile } from '../../../src/features/file-links';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { run } from '../campaigns/support';
import {
  auditOf,
  CLERK,
  COLLEAGUE,
  EDITOR,
  handIn,
  linkIn,
  MANAGER,
  MEMBERS,
  nameOf,
  OTHER_STAFF,
  PART_TIME,
  rename,
  runSubmission,
  STAFF,
} from './support';

let bot: TestBot;
let id: string;

beforeEach(async () => {
  bot = await createTestBot();
  id = await runSubmission(bot);
});
afterEach(() => bot.close());

const NOW = new Date('2026-11-24T01:00:00Z');
async function fileOf(token: string, at = NOW): Promise<string | null> {
  const file = await linkedFile(bot.store.db, token, at);
  return file === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.content);
}

it('«未提出者一覧をCSVで» gives who owes: with a BOM, as Excel reads it, and in the audit log', async () => {
  await handIn(bot, id, STAFF);
  const token = linkIn(await bot.say(EDITOR, '未提出者一覧をCSVで'));
  const text = await fileOf(token);
  expect(text?.startsWith('\uFEFF職員番号,氏名,部,所属,状況,')).toBe(true);
  expect(text).toContain(`${OTHER_STAFF},${await nameOf(bot, OTHER_STAFF)},総務部,税務課,未提出,`);
  expect(text).not.toContain(STAFF);
  expect(text?.trim().split('\r\n')).toHaveLength(MEMBERS.length);
  const [entry] = await auditOf(bot, 'campaign-members-read');
  expect(entry).toMatchObject({ actor: EDITOR, subject: id, detail: '{"what":"csv","count":7}' });
});

it('all of them, with who recorded it for whom', async () => {
  await bot.tap(CLERK, 'progress.record', { id, people: STAFF });
  const token = linkIn(await bot.tap(EDITOR, 'progress.csv', { id, filter: 'all' }));
  const clerk = await nameOf(bot, CLERK);
  expect(await fileOf(token)).toContain(`提出済み,代理：${clerk},2026-11-24,${clerk},,2026-12-18`);
});

it.each(['=HYPERLINK("http://x")', '+1', '@a', '-1', '\t=1', '＝1+1'])(
  'a name like «%s» is no formula in the file',
  async (name) => {
    await rename(bot, STAFF, name);
    const token = linkIn(await bot.tap(EDITOR, 'progress.csv', { id, filter: 'owes' }));
    const text = (await fileOf(token)) ?? '';
    const row = text.split('\r\n').find((line) => line.startsWith(STAFF)) ?? '';
    expect(
      row
        .slice(STAFF.length + 1)
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  },
);

it('a link is its reader’s alone, long, and gone after a quarter of an hour', async () => {
  const tokens = [];
  for (let index = 0; index < 3; index += 1)
    tokens.push(linkIn(await bot.tap(EDITOR, 'progress.csv', { id, filter: 'all' })));
  expect(new Set(tokens).size).toBe(3);
  const [token = ''] = tokens;
  expect(token.length).toBeGreaterThanOrEqual(43);
  expect((await linkedFile(bot.store.db, token, NOW))?.owner).toBe(EDITOR);
  expect(await fileOf(token, new Date('2026-11-24T01:15:01Z'))).toBeNull();
  expect(await fileOf(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  const stored = JSON.stringify(await bot.store.db.selectFrom('file_links').select('token_hash').execute());
  expect(stored).not.toContain(token);
});

it('nobody but HR gets a CSV; a manager is shown the names instead', async () => {
  for (const who of [MANAGER, CLERK, COLLEAGUE])
    expect(JSON.stringify(await bot.tap(who, 'progress.csv', { id, filter: 'all' }))).not.toContain(
      '/files/',
    );
  const text = shown(await bot.say(MANAGER, '未提出者一覧をCSVで'));
  expect(text).toContain('CSVは人事課が書き出せます');
  expect(text).toContain(await nameOf(bot, STAFF));
});

describe('the sheet by section', () => {
  it('has a page for each section with those who owe and have no Teams at hand', async () => {
    await bot.deliver();
    const aad = await bot.aadOf(OTHER_STAFF);
    await bot.store.write((tx) =>
      tx
        .updateTable('deliveries')
        .set({ state: 'unreachable', error: 'blocked', ended_at: '2026-11-24T01:00:00.000Z' })
        .where('recipient', '=', aad)
        .execute(),
    );
    const reply = await bot.tap(EDITOR, 'progress.sheet', { id });
    expect(shown(reply)).toContain('2所属・2人分の用紙');
    const html = (await fileOf(linkIn(reply))) ?? '';
    expect(html.match(/<section>/g)).toHaveLength(2);
    for (const heading of ['氏名', '期限', '提出方法', '済']) expect(html).toContain(`>${heading}</th>`);
    expect(html).toContain(`<td class="name">${await nameOf(bot, PART_TIME)}</td>`);
    expect(html).toContain(`<td class="name">${await nameOf(bot, OTHER_STAFF)}</td>`);
    expect(html).not.toContain(await nameOf(bot, STAFF));
    expect(html).toContain('令和8年12月18日(金)');
    expect(html).toMatch(/@page \{ size: A4 portrait/);
  });

  it('holds nothing that runs or loads, whatever names and texts hold', async () => {
    await rename(bot, PART_TIME, '<script>alert(1)</script>');
    const html = (await fileOf(linkIn(await bot.tap(CLERK, 'progress.sheet', { id })))) ?? '';
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|<img|<link|src=|href=/);
  });

  it('shows a 庶務担当 their own section alone', async () => {
    const html = (await fileOf(linkIn(await bot.tap(CLERK, 'progress.sheet', { id })))) ?? '';
    expect(html).toContain('<h2>市民課<');
    expect(html).not.toContain('税務課');
  });

  it('is not made of what a section may not see, and of nobody', async () => {
    for (const template of ['self_assessment', 'age_60']) {
      const other = await run(bot, EDITOR, template, {
        audience: { f_only: MEMBERS.join('\n'), f_ageFrom: '', f_ageTo: '', f_employments: '' },
      });
      expect(shown(await bot.tap(EDITOR, 'progress.sheet', { id: other }))).toContain('用紙は作れません');
    }
    await bot.tap(EDITOR, 'progress.record', { id, people: PART_TIME });
    expect(shown(await bot.tap(EDITOR, 'progress.sheet', { id }))).toContain('用紙はいりません');
  });
});
