import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';
import { run } from '../campaigns/support';
import {
  auditOf,
  CLERK,
  COLLEAGUE,
  choicesOf,
  EDITOR,
  handIn,
  IN_SECTION,
  MANAGER,
  MEMBERS,
  nameOf,
  OTHER_MANAGER,
  OTHER_STAFF,
  PART_TIME,
  runSubmission,
  STAFF,
  stateOf,
} from './support';

let bot: TestBot;
let id: string;

beforeEach(async () => {
  bot = await createTestBot();
  id = await runSubmission(bot);
});
afterEach(() => bot.close());

const record = (as: string, ...people: string[]) =>
  bot.tap(as, 'progress.record', { id, page: 0, people: people.join(',') });
const withdraw = (as: string, ...people: string[]) =>
  bot.tap(as, 'progress.withdraw', { id, page: 0, recorded: people.join(',') });

it('a 庶務担当 is offered those of their own section, and nobody else', async () => {
  const reply = await bot.say(CLERK, '代理で記録したい');
  expect([...choicesOf(reply, 'people')].sort()).toEqual([...IN_SECTION, MANAGER].sort());
});

it('many are recorded on one card, marked 代理 with who and when, and the person sees it', async () => {
  const data = buttonData(await bot.say(MANAGER, '代理で記録したい'), 'progress.record');
  const reply = await bot.tap(MANAGER, 'progress.record', { ...data, people: `${STAFF},${PART_TIME}` });
  const manager = await nameOf(bot, MANAGER);
  expect(shown(reply)).toContain('2人を済みとして記録しています。');
  expect(shown(reply)).toContain(`代理：${manager}　11/24(火)`);
  expect(await stateOf(bot, id, STAFF)).toEqual({ state: 'done', done_by: 'proxy', recorded_by: MANAGER });
  const list = shown(await bot.tap(EDITOR, 'progress.members', { id, filter: 'done' }));
  expect(list).toContain(`${await nameOf(bot, STAFF)}\n提出済み　代理：${manager}　11/24(火)`);
  const entries = await auditOf(bot, 'campaign-recorded');
  expect(entries.map(({ actor, detail }) => [actor, JSON.parse(detail)])).toEqual([
    [MANAGER, { step: 'record', employee: STAFF }],
    [MANAGER, { step: 'record', employee: PART_TIME }],
  ]);
});

it('a double tap answers the same and records once', async () => {
  const first = shown(await record(CLERK, STAFF));
  expect(shown(await record(CLERK, STAFF))).toBe(first);
  expect(await auditOf(bot, 'campaign-recorded')).toHaveLength(1);
  const back = shown(await withdraw(CLERK, STAFF));
  expect(back).toContain('1人を未提出に戻しています。');
  expect(shown(await withdraw(CLERK, STAFF))).toBe(back);
  expect(await stateOf(bot, id, STAFF)).toMatchObject({ state: 'open', recorded_by: null });
  expect(await auditOf(bot, 'campaign-recorded')).toHaveLength(2);
});

it('two clerks’ taps at the same moment record once', async () => {
  await Promise.all([record(CLERK, STAFF), record(MANAGER, STAFF), record(EDITOR, STAFF)]);
  expect(await auditOf(bot, 'campaign-recorded')).toHaveLength(1);
});

it('what the person or a file recorded is not taken back as 代理', async () => {
  await handIn(bot, id, STAFF);
  const reply = await withdraw(CLERK, STAFF);
  expect(shown(reply)).toContain('0人を未提出に戻しています。');
  expect(await stateOf(bot, id, STAFF)).toMatchObject({ state: 'done', done_by: 'self' });
});

it('nobody is recorded who is of another section, unknown, not asked, or oneself', async () => {
  await record(CLERK, OTHER_STAFF, '999999', '100012', CLERK, "'; drop table campaigns; --");
  await record(OTHER_MANAGER, STAFF);
  await record(COLLEAGUE, STAFF);
  await record(EDITOR, EDITOR);
  for (const employee of [OTHER_STAFF, CLERK, STAFF])
    expect(await stateOf(bot, id, employee)).toMatchObject({ state: 'open' });
  expect(await stateOf(bot, id, '100012')).toBeUndefined();
  expect(await auditOf(bot, 'campaign-recorded')).toHaveLength(0);
  await record(EDITOR, OTHER_STAFF);
  await withdraw(CLERK, OTHER_STAFF);
  expect(await stateOf(bot, id, OTHER_STAFF)).toMatchObject({ state: 'done' });
});

it.each(['campaigns.end', 'campaigns.pause'])(
  'after %s it is recorded only as long as it counts',
  async (verb) => {
    await bot.tap(EDITOR, verb, { id });
    await record(CLERK, STAFF);
    const { state } = (await stateOf(bot, id, STAFF)) ?? {};
    expect(state).toBe(verb === 'campaigns.end' ? 'open' : 'done');
  },
);

it('60歳の意思確認 is recorded by HR alone', async () => {
  const sixty = await run(bot, EDITOR, 'age_60', {
    audience: { f_only: MEMBERS.join('\n'), f_ageFrom: '', f_ageTo: '', f_employments: '' },
  });
  for (const who of [CLERK, MANAGER]) {
    await bot.tap(who, 'progress.record', { id: sixty, people: STAFF });
    expect(await stateOf(bot, sixty, STAFF)).toMatchObject({ state: 'open' });
  }
  await bot.tap(EDITOR, 'progress.record', { id: sixty, people: STAFF });
  expect(await stateOf(bot, sixty, STAFF)).toMatchObject({ state: 'done', recorded_by: EDITOR });
});

it('nothing chosen: asked to choose', async () => {
  expect(shown(await record(CLERK))).toContain('記録する方を選んでください。');
});
