import type { CardJson } from '../../../src/core/turn';
import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EMPLOYEE } from '../campaigns/support';
import { importTaken, listOf, openDialog, STRESS_ADMIN, seen, startCheck } from './support';

const MANAGER = '100003';
const EDITOR = '100066';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const end = (id: string) => bot.tap(STRESS_ADMIN, 'campaigns.end', { id });
const published = async () => bot.store.db.selectFrom('stress_check_publications').selectAll().execute();

/** Every third person of the city has not taken it. */
async function checkOfTheCity(): Promise<string> {
  const id = await startCheck(bot);
  const everybody = await bot.store.db.selectFrom('employees').select('id').orderBy('id').execute();
  await importTaken(bot, id, listOf(everybody.filter((_, index) => index % 3 > 0).map((one) => one.id)));
  return id;
}

describe('rates', () => {
  test('are nobody’s before they are published, and then HR’s and managers’', async () => {
    const id = await checkOfTheCity();
    for (const viewer of [EDITOR, MANAGER])
      expect(shown(await bot.say(viewer, '受検率'))).toContain('まだありません');
    await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id, least: '10' });
    expect(await published()).toEqual([]);
    const ended = await end(id);
    expect(shown(ended)).toContain('受検率を公開する…');
    const asked = await bot.tap(STRESS_ADMIN, 'stressCheck.askPublish', { id });
    expect(shown(asked)).toContain('1回だけ');
    expect(await published()).toEqual([]);
    const card = shown(await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id, least: '10' }));
    expect(card).toContain('全体');
    expect(card).toContain('66%');
    const hr = shown(await bot.say(EDITOR, '受検率'));
    expect(hr).toContain('66%');
    expect(hr).toContain('市民環境部');
    const manager = shown(await bot.say(MANAGER, '受検率'));
    expect(manager).toContain('全体');
    expect(manager).toContain('市民環境部');
    expect(manager).not.toContain('健康福祉部');
    const employee = shown(await bot.say(EMPLOYEE, '受検率'));
    expect(employee).not.toContain('%');
    expect(shown(await bot.tap(EMPLOYEE, 'stressCheck.rates', { id, page: 0 }))).not.toContain('%');
    expect(shown(await bot.tap('100479', 'stressCheck.rates', { id, page: 0 }))).not.toContain('%');
    expect(shown(await bot.tap(EDITOR, 'campaigns.show', { id }))).toContain('66%');
  });

  test('leave out those on leave, and show no group below the threshold', async () => {
    const id = await checkOfTheCity();
    await end(id);
    await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id, least: '30' });
    const [row] = await published();
    const groups: { level: string; size: number }[] = JSON.parse(row?.groups ?? '[]');
    const people = await bot.bot.directory.everybody(bot.store.db, '2026-11-24' as never);
    expect(groups.find(({ level }) => level === 'city')?.size).toBe(
      people.filter(({ leave }) => leave === null).length,
    );
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.filter(({ size }) => size < 30)).toEqual([]);
    expect(JSON.parse(row?.regions ?? '[]').filter((region: string[]) => region.length < 30)).toEqual([]);
  });

  test.each(['1', '-5', 'x', '0', '9'])(
    'the threshold goes no lower than ten, whatever a card says (%s)',
    async (least) => {
      const id = await checkOfTheCity();
      await end(id);
      await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id, least });
      const [row] = await published();
      expect(row?.least).toBe(10);
      expect(JSON.parse(row?.groups ?? '[]').filter(({ size }: { size: number }) => size < 10)).toEqual([]);
    },
  );

  test('stay as they were published: neither a second tap nor a later day moves them', async () => {
    const id = await checkOfTheCity();
    await end(id);
    await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id, least: '10' });
    const before = await published();
    await bot.store.db
      .updateTable('campaign_members')
      .set({ state: 'left', done_by: null })
      .where('employee', '=', EMPLOYEE)
      .execute();
    bot.at('2026-11-25T01:00:00Z');
    await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id, least: '20' });
    expect(await published()).toEqual(before);
  });

  test('of a second check of the same year are not shown where the two differ by a few people', async () => {
    const first = await startCheck(bot);
    await end(first);
    await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id: first, least: '10' });
    await bot.store.db.deleteFrom('employees').where('id', '=', 'nobody').execute();
    const second = await startCheck(bot);
    await bot.store.db
      .updateTable('campaign_members')
      .set({ state: 'left', done_by: null })
      .where('campaign_id', '=', second)
      .where('employee', '=', EMPLOYEE)
      .execute();
    await end(second);
    await bot.tap(STRESS_ADMIN, 'stressCheck.publish', { id: second, least: '10' });
    const rows = await published();
    const groupsOf = (campaign: string): { department: string; name: string; level: string }[] =>
      JSON.parse(rows.find((row) => row.campaign_id === campaign)?.groups ?? '[]');
    expect(groupsOf(first).some(({ level }) => level === 'city')).toBe(true);
    expect(groupsOf(first).some(({ name }) => name === '市民課')).toBe(true);
    expect(groupsOf(second).some(({ name }) => name === '市民課')).toBe(false);
    expect(groupsOf(second).some(({ level }) => level === 'city')).toBe(false);
  });
});

describe('the message after the results', () => {
  const HERE = { audience: { f_sections: '市民課' } };

  test('goes once, to everybody in the audience alike, whether they took it or not', async () => {
    const id = await startCheck(bot, HERE);
    await bot.deliver();
    await importTaken(bot, id, listOf([EMPLOYEE, '100006']));
    await bot.tap(STRESS_ADMIN, 'stressCheck.sendNotice', { id });
    await end(id);
    const asked = shown(await bot.tap(STRESS_ADMIN, 'stressCheck.askNotice', { id }));
    expect(asked).toContain('全員に同じ案内');
    expect(asked).toContain('結果が市に提供されることがあります');
    await Promise.all([1, 2].map(() => bot.tap(STRESS_ADMIN, 'stressCheck.sendNotice', { id })));
    bot.at('2026-12-01T01:00:00Z');
    const before = (await bot.deliver()).length;
    for (const day of ['02', '03', '04', '07', '08']) {
      bot.at(`2026-12-${day}T01:00:00Z`);
      await bot.deliver();
    }
    const notices = (await bot.deliver()).filter(({ card }) =>
      textsIn(card).includes('結果を受け取られた方へ'),
    );
    expect(before).toBeGreaterThan(0);
    const people = await bot.bot.directory.everybody(bot.store.db, '2026-12-01' as never);
    const reachable = people.filter(
      ({ section, concurrentSection, leave, aadObjectId }) =>
        (section === '市民課' || concurrentSection === '市民課') && leave === null && aadObjectId !== null,
    );
    expect(notices.map(({ to }) => to).sort()).toEqual(
      reachable.map(({ aadObjectId }) => aadObjectId).sort(),
    );
    // A digest ends with a tip, which goes by role and turn.
    const notice = (card: CardJson | null): string => textsIn(card).split('こんなことも聞けます')[0] ?? '';
    expect(new Set(notices.map(({ card }) => notice(card))).size).toBe(1);
    expect(notice(notices[0]?.card ?? null)).toContain('健康相談室');
    expect(notice(notices[0]?.card ?? null)).toContain('結果が市に提供されることがあります');
  });

  test('also reaches who wanted no more invitations', async () => {
    const id = await startCheck(bot, HERE);
    await bot.deliver();
    await bot.store.write((tx) =>
      tx
        .insertInto('reminder_mutes')
        .values({ person: EMPLOYEE, thing: `stress-check:${id}`, day: '2026-11-24' })
        .execute(),
    );
    await end(id);
    await bot.tap(STRESS_ADMIN, 'stressCheck.sendNotice', { id });
    bot.at('2026-12-01T01:00:00Z');
    const aad = await bot.aadOf(EMPLOYEE);
    const own = (await bot.deliver()).filter(({ to }) => to === aad);
    expect(textsIn(own.at(-1)?.card)).toContain('結果を受け取られた方へ');
  });

  test.each(['100066', '100062', '100003', '100006', '100479'])('is not sent by %s', async (other) => {
    const id = await startCheck(bot, HERE);
    await end(id);
    for (const verb of [
      'stressCheck.askNotice',
      'stressCheck.sendNotice',
      'stressCheck.publish',
      'stressCheck.manage',
    ])
      expect(shown(await bot.tap(other, verb, { id }))).toContain('実施事務従事者だけ');
    expect(await bot.store.db.selectFrom('stress_check_notices').selectAll().execute()).toEqual([]);
    expect(await published()).toEqual([]);
    expect(seen(await openDialog(bot, other, 'stressCheck.protocol', { id }))).toContain(
      '実施事務従事者だけ',
    );
  });
});

test('who is not invited is not shown the promises, nor that there are any', async () => {
  const id = await startCheck(bot, { audience: { f_sections: '市民課' } });
  const none = '00000000-0000-4000-8000-000000000000';
  const stranger = seen(await openDialog(bot, '100160', 'stressCheck.about', { id }));
  expect(stranger).toBe(seen(await openDialog(bot, '100160', 'stressCheck.about', { id: none })));
  expect(stranger).not.toContain('見本 医子');
});
