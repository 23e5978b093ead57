import { aadObjectId } from '../../../src/core/ids';
import { jobId } from '../../../src/delivery';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { write } from '../announcements/support';
import {
  ADMIN,
  choosePilot,
  confirmDesks,
  OUTSIDER,
  onlyHere,
  PILOT,
  publishOn,
  receivedBy,
  STAFF,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot({ live: false });
  await confirmDesks(bot);
});
afterEach(() => bot.close());

const isAnswered = async (employee: string): Promise<boolean> =>
  !shown(await bot.say(employee, 'できること')).includes('準備中');

it('before there is a pilot, nothing is sent to anybody, and HR alone is answered', async () => {
  expect(await bot.deliver()).toEqual([]);
  expect(await isAnswered(STAFF)).toBe(false);
  expect(await isAnswered(ADMIN)).toBe(true);
});

it('the pilot is answered and written to; somebody outside it gets nothing and a polite word', async () => {
  await choosePilot(bot, PILOT);
  expect(await receivedBy(bot, STAFF)).toHaveLength(1);
  expect(await receivedBy(bot, OUTSIDER)).toEqual([]);
  expect(await isAnswered(STAFF)).toBe(true);
  expect(shown(await bot.say(OUTSIDER, '来月の研修は？'))).toContain('準備中です');
});

it('a section taken out of the pilot is answered no longer', async () => {
  await choosePilot(bot, PILOT);
  await choosePilot(bot);
  expect(await isAnswered(STAFF)).toBe(false);
});

it('sections that are not in the roster are no pilot', async () => {
  await choosePilot(bot, 'どこにもない課');
  expect(await bot.deliver()).toEqual([]);
});

it('what has come into the outbox for somebody outside ends there as failed', async () => {
  await choosePilot(bot, PILOT);
  const recipient = await bot.aadOf(OUTSIDER);
  await bot.store.write((tx) =>
    bot.bot.outbox.enqueue(tx, { id: jobId.parse('leak'), kind: 'launch-test', createdBy: 'system' }, [
      { kind: 'send', recipient, dedupeKey: 'leak', payload: { kind: 'text', text: 'もれた' } },
    ]),
  );
  expect(await receivedBy(bot, OUTSIDER)).toEqual([]);
  const { state, error } = await bot.store.db
    .selectFrom('deliveries')
    .select(['state', 'error'])
    .where('dedupe_key', '=', 'leak')
    .executeTakeFirstOrThrow();
  expect({ state, error }).toEqual({ state: 'failed', error: 'not live' });
});

it('installed for everybody before the launch, it says nothing to anybody but HR', async () => {
  const install = async (employee: string) => bot.turn(await bot.aadOf(employee), { kind: 'installed' });
  expect((await install(STAFF)).messages).toEqual([]);
  expect(shown(await install(ADMIN))).toContain('育成ナビでできること');
  const stranger = aadObjectId.parse('00000000-0000-4000-8000-0000000000ff');
  expect((await bot.turn(stranger, { kind: 'installed' })).messages).toEqual([]);
});

describe('the publish date', () => {
  it('takes effect by itself', async () => {
    await publishOn(bot, '2026-12-01');
    bot.at('2026-11-30T14:59:00Z');
    expect(await isAnswered(STAFF)).toBe(false);
    expect(await bot.deliver()).toEqual([]);
    bot.at('2026-11-30T15:00:00Z');
    expect(await isAnswered(STAFF)).toBe(true);
  });

  it('can be moved and taken back until then', async () => {
    await publishOn(bot, '2026-12-01');
    await publishOn(bot, '2026-12-03');
    bot.at('2026-12-01T01:00:00Z');
    expect(await isAnswered(STAFF)).toBe(false);
    const asked = shown(await bot.tap(ADMIN, 'launch.unpublish', { sure: 0 }));
    expect(asked).toContain('公開日を取り消しますか');
    await bot.tap(ADMIN, 'launch.unpublish', { sure: 1 });
    bot.at('2026-12-04T01:00:00Z');
    expect(await isAnswered(STAFF)).toBe(false);
  });

  it('a second tap, a moved one, and one by an old dialog do not move what is live', async () => {
    await publishOn(bot, '2026-11-24');
    await publishOn(bot, '2026-12-24');
    expect(await isAnswered(STAFF)).toBe(true);
  });

  it('stops with everything that waits when the publication is stopped', async () => {
    await onlyHere(bot, [ADMIN, STAFF]);
    await publishOn(bot, '2026-11-24');
    await bot.bot.sweep();
    await bot.tap(ADMIN, 'launch.unpublish', { sure: 1 });
    expect(await receivedBy(bot, STAFF)).toEqual([]);
  });
});

it('an announcement that is under way when the publication is stopped ends, and names nobody as gone', async () => {
  await onlyHere(bot, [ADMIN, STAFF]);
  await choosePilot(bot, '人事課');
  await publishOn(bot, '2026-11-24');
  await bot.deliver();
  bot.at('2026-11-25T01:00:00Z');
  await bot.tap(ADMIN, 'announcements.saveSettings', { policy: 'never' });
  const id = await write(bot, ADMIN, { audience: { f_sections: PILOT } });
  await bot.tap(ADMIN, 'announcements.send', { id });
  await bot.tap(ADMIN, 'launch.unpublish', { sure: 1 });
  await bot.deliver();
  await bot.deliver();
  const report = shown(await bot.tap(ADMIN, 'announcements.show', { id }));
  expect(report).toContain('送信完了');
  expect(report).toContain('失敗 ');
  expect(report).not.toContain('退職など');
  expect(await receivedBy(bot, STAFF)).toHaveLength(1);
  const people = shown(await bot.tap(ADMIN, 'announcements.people', { id, page: 0, chosen: 'failed' }));
  expect(people).toContain('公開を止めたため');
});
