import { createTestBot, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, run, submitDialog } from './support';

const HERE = { audience: { f_only: EMPLOYEE } };

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

/** What has come for the employee since the last look. */
async function arrived(at: string): Promise<readonly string[]> {
  const aad = await bot.aadOf(EMPLOYEE);
  const before = (await bot.deliver()).length;
  bot.at(at);
  return (await bot.deliver())
    .slice(before)
    .filter(({ to }) => to === aad)
    .map(({ card }) => textsIn(card));
}

it('a reminder «1 open day before» moves with a day that HR closes', async () => {
  await run(bot, EDITOR, 'submission', { ...HERE, basics: { f_dueOn: '2026-12-18' } });
  await arrived('2026-11-24T02:00:00Z');
  await arrived('2026-12-09T02:00:00Z');
  await submitDialog(bot, EDITOR, 'editing.save', {
    dataset: 'holidays',
    id: null,
    basedOn: null,
    from: 'list',
    page: '0',
    shown: ['date', 'name', 'kind'],
    kept: {},
    c_date: '2026-12-17',
    c_name: '臨時休業',
    c_kind: 'closed',
  });
  expect(await arrived('2026-12-15T02:00:00Z')).toEqual([]);
  expect(await arrived('2026-12-16T02:00:00Z')).toHaveLength(1);
  expect(await arrived('2026-12-17T02:00:00Z')).toEqual([]);
  expect(await arrived('2026-12-18T02:00:00Z')).toEqual([]);
});

it('after an outage of a week what was missed comes as one message, each thing once', async () => {
  for (const [title, due] of [
    ['通勤届の更新', '2026-12-03'],
    ['健康診断の問診票', '2026-12-04'],
  ] as const)
    await run(bot, EDITOR, 'submission', {
      ...HERE,
      basics: { f_title: title, f_dueOn: due },
      card: { f_titleJa: title },
    });
  await arrived('2026-11-24T02:00:00Z');
  const [text = '', ...more] = await arrived('2026-12-03T02:00:00Z');
  expect(more).toEqual([]);
  for (const title of ['通勤届の更新', '健康診断の問診票']) expect(text.split(title)).toHaveLength(2);
  expect(await arrived('2026-12-03T05:00:00Z')).toEqual([]);
});
