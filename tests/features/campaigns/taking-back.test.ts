import type { Reply } from '../../../src/core/turn';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';
import { attach, carried, EDITOR, EMPLOYEE, inputs, openDialog, run, submitDialog } from './support';

const COLLEAGUE = '100030';
/** The roster's 一次評定者 of the employee. */
const EVALUATOR = '100005';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const states = async (id: string): Promise<Record<string, string>> => {
  const rows = await bot.store.db
    .selectFrom('campaign_members')
    .select(['employee', 'state'])
    .where('campaign_id', '=', id)
    .execute();
  return Object.fromEntries(rows.map(({ employee, state }) => [employee, state]));
};
const asked = (title: string, template = 'submission') =>
  run(bot, EDITOR, template, {
    basics: { f_title: title },
    audience: { f_only: `${EMPLOYEE}\n${COLLEAGUE}` },
  });
const choose = (reply: Reply, choice: string, who = EMPLOYEE): Promise<Reply> =>
  bot.tap(who, 'reminders.choose', { ...buttonData(reply, 'reminders.choose'), choice });
/** 「提出しました」 of the one that the text names. */
const report = async (text: string, who = EMPLOYEE): Promise<Reply> =>
  choose(await bot.say(who, text), 'done', who);

it.each(['まだでした', '間違えて出したと言いました', '済みにしたのを戻したい', 'not yet, after all'])(
  '«%s» shows what one has said is done, with its way back',
  async (text) => {
    const id = await asked('通勤届');
    await report('通勤届出しました');
    expect((await states(id))[EMPLOYEE]).toBe('done');
    const card = await bot.say(EMPLOYEE, text);
    expect(shown(card)).toContain('通勤届');
    const back = await choose(card, 'undo');
    expect(shown(back)).toContain('「まだ」に戻しました');
    // It stays on the card, to be said again.
    expect(shown(back)).toContain('提出しました');
    expect(await states(id)).toEqual({ [EMPLOYEE]: 'open', [COLLEAGUE]: 'open' });
    expect(shown(await choose(card, 'undo'))).toContain('通勤届');
    expect((await states(id))[EMPLOYEE]).toBe('open');
  },
);

it('what is done from the list of open things keeps its way back on that card', async () => {
  const id = await asked('通勤届');
  const done = await report('提出するもの');
  expect(shown(done)).toContain('まだでした');
  await choose(done, 'undo');
  expect((await states(id))[EMPLOYEE]).toBe('open');
});

it('of several the one that is named comes first, else the latest', async () => {
  await asked('通勤届');
  await asked('健康診断の問診票');
  await report('健康診断の問診票出しました');
  bot.at('2026-11-24T02:00:00Z');
  await report('通勤届出しました');
  const order = async (text: string) => {
    const reply = shown(await bot.say(EMPLOYEE, text));
    return reply.indexOf('通勤届') < reply.indexOf('健康診断の問診票') ? '通勤届' : '健康診断の問診票';
  };
  expect(await order('まだでした')).toBe('通勤届');
  expect(await order('健康診断の問診票はまだでした')).toBe('健康診断の問診票');
});

it('what HR’s list says is not taken back by oneself, nor what another one said', async () => {
  const id = await asked('通勤届');
  await bot.tap(EDITOR, 'campaigns.import', { id });
  await attach(bot, EDITOR, '提出済み.csv', new TextEncoder().encode(`職員番号\r\n${EMPLOYEE}`));
  await report('通勤届出しました', COLLEAGUE);
  const reply = await bot.say(EMPLOYEE, 'まだでした');
  expect(shown(reply)).toContain('いま戻せるものはありません');
  await bot.tap(EMPLOYEE, 'reminders.choose', {
    digest: 'done',
    thing: `campaign:${id}`,
    page: 0,
    choice: 'undo',
  });
  expect(await states(id)).toEqual({ [EMPLOYEE]: 'done', [COLLEAGUE]: 'done' });
});

it('what a list says to what was typed does not go by itself, as the card would that follows its items', async () => {
  const said = await bot.say(EMPLOYEE, 'まだでした');
  expect(JSON.stringify(said)).not.toContain('reminders.refresh');
  expect(JSON.stringify(await bot.say(EMPLOYEE, '提出するもの'))).toContain('reminders.refresh');
});

it('once it is over nothing moves any more', async () => {
  const id = await asked('通勤届');
  await report('通勤届出しました');
  await bot.tap(EDITOR, 'campaigns.end', { id });
  expect(shown(await bot.say(EMPLOYEE, 'まだでした'))).toContain('いま戻せるものはありません');
  await bot.tap(EMPLOYEE, 'reminders.choose', {
    digest: 'done',
    thing: `campaign:${id}`,
    page: 0,
    choice: 'undo',
  });
  expect((await states(id))[EMPLOYEE]).toBe('done');
});

describe('an interview', () => {
  const record = (day: string) =>
    submitDialog(bot, EVALUATOR, 'campaigns.saveMeetings', {
      id,
      page: 0,
      turn: 'close',
      shown: [EMPLOYEE],
      [`d_${EMPLOYEE}`]: day,
    });
  let id: string;
  beforeEach(async () => {
    id = await asked('面談', 'appraisal');
  });

  it('that was confirmed is open again by «まだでした»', async () => {
    await record('2026-11-20');
    await choose(await bot.say(EMPLOYEE, '面談おわりました'), 'confirm');
    expect((await states(id))[EMPLOYEE]).toBe('done');
    await choose(await bot.say(EMPLOYEE, '面談はまだでした'), 'undo');
    expect((await states(id))[EMPLOYEE]).toBe('open');
    expect(shown(await bot.say(EMPLOYEE, '提出するもの'))).toContain('11/20(金)で合っていますか');
  });

  it('whose day the evaluator empties is as if never recorded, and nobody else’s is', async () => {
    await record('2026-11-20');
    const dialog = await openDialog(bot, EVALUATOR, 'campaigns.meetings', { id });
    expect(inputs(dialog)[`d_${EMPLOYEE}`]).toBe('2026-11-20');
    expect(shown(await record(''))).toContain('1人分の記録を取り消しました');
    expect(shown(await bot.say(EMPLOYEE, '提出するもの'))).not.toContain('合っていますか');
    // An input that did not come back is left alone.
    await record('2026-11-20');
    const save = carried(dialog, 'campaigns.saveMeetings');
    await submitDialog(bot, EVALUATOR, 'campaigns.saveMeetings', { ...save, turn: 'close' });
    await submitDialog(bot, COLLEAGUE, 'campaigns.saveMeetings', {
      ...save,
      turn: 'close',
      [`d_${EMPLOYEE}`]: '',
    });
    expect(shown(await bot.say(EMPLOYEE, '提出するもの'))).toContain('11/20(金)で合っていますか');
  });
});
