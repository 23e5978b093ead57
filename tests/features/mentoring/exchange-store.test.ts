import { createTestBot, type TestBot } from '../../support/test-bot';
import { join, planExchange, save } from './exchange-support';
import {
  COLLEAGUE,
  HR,
  MENTEE,
  MENTOR,
  OTHER_HR,
  OTHER_MENTOR,
  pairUp,
  SECOND,
  submitDialog,
  takeOffRoster,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
  await pairUp(bot, { mentee: MENTEE, mentor: MENTOR });
  await pairUp(bot, { mentee: SECOND, mentor: OTHER_MENTOR });
  await pairUp(bot, { mentee: '100022', mentor: COLLEAGUE });
});
afterEach(() => bot.close());

const going = async (): Promise<readonly string[]> =>
  (
    await bot.store.db
      .selectFrom('mentoring_exchange_seats')
      .select('person')
      .where('state', '=', 'going')
      .execute()
  ).map(({ person }) => person);

it('of three who take the last seat at the same moment one gets it', async () => {
  const id = await planExchange(bot, { seats: 1 });
  await Promise.all([MENTOR, OTHER_MENTOR, COLLEAGUE].map((as) => join(bot, as, id)));
  expect(await going()).toHaveLength(1);
});

it('a seat that is given back is free again', async () => {
  const id = await planExchange(bot, { seats: 1 });
  await join(bot, MENTOR, id);
  await bot.tap(MENTOR, 'mentoring.exchangeLeave', { exchange: id });
  await Promise.all([OTHER_MENTOR, COLLEAGUE].map((as) => join(bot, as, id)));
  expect(await going()).toHaveLength(1);
});

it('the seat of a mentor who has left the organisation is free again', async () => {
  const id = await planExchange(bot, { seats: 1 });
  await join(bot, MENTOR, id);
  await takeOffRoster(bot, MENTOR);
  await join(bot, OTHER_MENTOR, id);
  expect(await going()).toContain(OTHER_MENTOR);
});

it('HR cannot have fewer seats than are taken, not even at the same moment', async () => {
  const id = await planExchange(bot, { seats: 2 });
  await join(bot, MENTOR, id);
  await Promise.all([join(bot, OTHER_MENTOR, id), save(bot, 'mentoring.exchangeSaveEdit', id, { seats: 1 })]);
  const { seats } = await bot.store.db
    .selectFrom('mentoring_exchanges')
    .select('seats')
    .executeTakeFirstOrThrow();
  expect((await going()).length).toBeLessThanOrEqual(seats);
});

it('two of HR who write the tip of a month, and a plan sent twice, make one of each', async () => {
  const tip = (as: string) => submitDialog(bot, as, 'mentoring.exchangeSaveTip', { f_tip: `${as}より` });
  await Promise.all([tip(HR), tip(OTHER_HR)]);
  expect(await bot.store.db.selectFrom('mentoring_tips').selectAll().execute()).toHaveLength(1);
  const id = await planExchange(bot);
  await save(bot, 'mentoring.exchangeSaveNew', id);
  expect(await bot.store.db.selectFrom('mentoring_exchanges').selectAll().execute()).toHaveLength(1);
});
