import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { run } from '../campaigns/support';
import {
  CLERK,
  COLLEAGUE,
  DEPUTY,
  EDITOR,
  HR_ADMIN,
  handIn,
  IN_SECTION,
  MANAGER,
  MEMBERS,
  nameOf,
  OTHER_MANAGER,
  OTHER_STAFF,
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

/** What one person’s chat has been sent that is about their section. */
async function told(employee: string): Promise<string[]> {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver())
    .filter(({ to }) => to === aad)
    .map(({ card }) => textsIn(card))
    .filter((text) => text.includes('所属の未提出の方'));
}
const asked = (employee: string) => bot.say(employee, 'うちの課で出してない人は？');
const talk = (employee: string) =>
  bot.tap(employee, 'reminders.choose', { digest: 'open', thing: `progress:${id}`, choice: 'talk', page: 0 });

it('a 所属長, who stands in for one, and a 庶務担当 see who of their section still owes, live, without themselves', async () => {
  const names = await Promise.all(IN_SECTION.map((one) => nameOf(bot, one)));
  for (const who of [MANAGER, DEPUTY, CLERK]) {
    const text = shown(await asked(who));
    for (const name of names) expect(text).toContain(name);
    expect(text).not.toContain('補足分');
    expect(text).not.toContain(`、${await nameOf(bot, who)}`);
    expect(text).not.toContain(await nameOf(bot, OTHER_STAFF));
  }
  await handIn(bot, id, STAFF);
  expect(shown(await asked(MANAGER))).not.toContain(names[0]);
});

it('when all have handed in it says so politely', async () => {
  for (const employee of [...IN_SECTION, CLERK]) await handIn(bot, id, employee);
  expect(shown(await asked(MANAGER))).toContain('未提出の方はいません');
  expect(shown(await bot.tap(MANAGER, 'progress.members', { id }))).toContain('未提出の方はいません');
});

it('once a week they are told who owes what, not in the week in which it opened', async () => {
  expect(await told(MANAGER)).toHaveLength(0);
  bot.at('2026-11-27T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(0);
  bot.at('2026-11-30T01:00:00Z');
  const [digest] = await told(MANAGER);
  expect(digest).toContain('職員証の更新届：所属の未提出の方');
  expect(digest).toContain('未提出：5人');
  expect(digest).toContain(await nameOf(bot, COLLEAGUE));
  expect(digest).not.toContain(await nameOf(bot, OTHER_STAFF));
  expect(await told(DEPUTY)).toHaveLength(1);
  bot.at('2026-12-02T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(1);
  bot.at('2026-12-07T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(2);
});

it('«声をかけました» by one of them asks nobody again that week; next week it is asked anew', async () => {
  await bot.deliver();
  bot.at('2026-11-30T00:10:00Z');
  const first = shown(await talk(DEPUTY));
  expect(first).toContain('今週はもうお知らせしません');
  const again = shown(await talk(DEPUTY));
  expect(again).toContain('声かけ済み');
  expect(again).not.toContain('今週はもうお知らせしません');
  bot.at('2026-12-01T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(0);
  const text = shown(await asked(MANAGER));
  expect(text).toContain(`声かけ済み（${await nameOf(bot, DEPUTY)}　11/30(月)）`);
  expect(text).not.toContain('声をかけました\n');
  expect(await bot.store.db.selectFrom('section_talks').selectAll().execute()).toHaveLength(1);
  expect(shown(await bot.tap(EDITOR, 'progress.sections', { id }))).toContain('声かけ済み');
  bot.at('2026-12-07T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(1);
});

it('spoken to in the morning: neither is told that week; taken back, it is asked again', async () => {
  await bot.deliver();
  bot.at('2026-11-29T23:45:00Z');
  await bot.tap(MANAGER, 'progress.talk', { id, purpose: 'section' });
  bot.at('2026-11-30T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(0);
  expect(await told(DEPUTY)).toHaveLength(0);
  expect(shown(await bot.tap(DEPUTY, 'progress.untalk', { id, purpose: 'section' }))).toContain('声かけ済み');
  const back = await bot.tap(MANAGER, 'progress.untalk', { id, purpose: 'section' });
  expect(shown(back)).not.toContain('声かけ済み');
  expect(await told(MANAGER)).toHaveLength(1);
});

it('a digest shows what stands when it is tapped, whatever stood when it was sent', async () => {
  bot.at('2026-11-30T01:00:00Z');
  await bot.deliver();
  for (const employee of [...IN_SECTION, CLERK]) await handIn(bot, id, employee);
  const digest = await bot.store.db
    .selectFrom('reminder_log')
    .select('digest')
    .where('person', '=', MANAGER)
    .where('thing', '=', `progress:${id}`)
    .executeTakeFirstOrThrow();
  const card = shown(await bot.tap(MANAGER, 'reminders.refresh', { digest: digest.digest, page: 0 }));
  expect(card).toContain('未提出の方はいません');
  expect(card).not.toContain('声をかけました');
});

it('past the day it is marked, and in the week in which it comes onto the list they hear of it once more', async () => {
  bot.at('2026-12-21T01:00:00Z');
  const before = (await told(MANAGER)).length;
  bot.at('2026-12-23T01:00:00Z');
  const after = await told(MANAGER);
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)).toContain('期限から3開庁日を過ぎています');
  bot.at('2026-12-24T01:00:00Z');
  expect(await told(MANAGER)).toHaveLength(before + 1);
});

it('the manager of another section has none of it; 自己申告書 and 60歳 are shown to no manager', async () => {
  const staff = await nameOf(bot, STAFF);
  expect(shown(await asked(OTHER_MANAGER))).not.toContain(staff);
  for (const template of ['self_assessment', 'age_60'])
    await run(bot, EDITOR, template, {
      card: { f_titleJa: `ひみつ${template}` },
      audience: { f_only: IN_SECTION.join('\n'), f_ageFrom: '', f_ageTo: '', f_employments: '' },
    });
  bot.at('2026-12-14T01:00:00Z');
  for (const who of [MANAGER, DEPUTY, CLERK]) {
    expect(shown(await asked(who))).not.toContain('ひみつ');
    expect((await told(who)).join('')).not.toContain('ひみつ');
  }
});

it('self-assessment is shown to a manager when HR switches it on, and then nobody records it', async () => {
  const other = await run(bot, EDITOR, 'self_assessment', {
    audience: { f_only: MEMBERS.join('\n') },
    card: { f_managerView: 'names', f_titleJa: '自己申告' },
  });
  const text = shown(await asked(MANAGER));
  expect(text).toContain('自己申告');
  expect(shown(await asked(CLERK))).not.toContain('自己申告');
  for (const who of [MANAGER, CLERK, EDITOR, HR_ADMIN])
    expect(shown(await bot.tap(who, 'progress.recording', { id: other }))).toBe(
      'この依頼は代理で記録できません。',
    );
});

it('who has no part in it is told whom to ask, and nothing else', async () => {
  expect(shown(await asked(STAFF))).toBe(
    '提出状況は、人事課と、所属長・庶務担当（ご自分の所属だけ）が見られます。ご自身の分は「提出するもの」と送ってください。',
  );
  expect(shown(await bot.say(STAFF, '代理で記録したい'))).toContain('代理の記録は、人事課と');
  expect(shown(await bot.say(STAFF, '未提出者一覧をCSVで'))).toContain('提出状況は、人事課と');
});
