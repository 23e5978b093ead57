import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { SyntheticSource } from './synthetic-source';

const HR = '100066';
const STAFF = '100001';
const OTHER = '100003';

let open: SyntheticSource;
let secret: SyntheticSource;
let bot: TestBot;

beforeEach(async () => {
  open = new SyntheticSource('open');
  secret = new SyntheticSource('secret', true);
  bot = await createTestBot({ reminderSources: [open, secret] });
});
afterEach(() => bot.close());

/** Puts what is due into the outbox; nobody of it can be reached. */
async function failToDeliver(): Promise<void> {
  await bot.bot.sweep();
  await bot.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'unreachable', error: 'blocked', ended_at: '2026-11-24T01:00:00.000Z' })
      .where('state', '=', 'pending')
      .execute(),
  );
}

const stressAdmin = async (): Promise<string> => {
  const everybody = await bot.bot.directory.everybody(bot.store.db, '2026-11-24' as never);
  const found = everybody.find(({ roles }) => roles.has('stress_admin'));
  if (found === undefined) throw new Error('the sample has no stress_admin');
  return found.id;
};

it('HR sees who, why and since when, and the look is in the audit log', async () => {
  open.add(STAFF, { title: '秘密ではない用件' });
  await failToDeliver();
  const text = shown(await bot.say(HR, '届かなかった人'));
  expect(text).toContain('お知らせが届かなかった人　1人');
  expect(text).toContain('市民課　仮沢 さくら（100001）');
  expect(text).toContain('本人がボットをブロックしています（11/24(火)から）');
  expect(text).not.toContain('用件');
  const [entry] = await bot.store.db
    .selectFrom('audit_log')
    .selectAll()
    .where('subject', '=', 'unreachable-people')
    .execute();
  expect(entry).toMatchObject({ actor: HR, action: 'records-read', detail: '{"count":1}' });
});

it('who was written to about confidential things alone is not there, but for stress_admin', async () => {
  secret.add(STAFF);
  secret.add(OTHER);
  open.add(OTHER);
  await failToDeliver();
  const text = shown(await bot.say(HR, '届かなかった人'));
  expect(text).not.toContain('100001');
  expect(text).toContain('100003');
  expect(shown(await bot.say(await stressAdmin(), '届かなかった人'))).toContain('100001');
});

it('nobody else sees it, by text or by tap', async () => {
  open.add(STAFF);
  await failToDeliver();
  for (const person of [STAFF, OTHER]) {
    for (const reply of [
      await bot.say(person, '届かなかった人'),
      await bot.tap(person, 'reminders.unreachable', { page: 0 }),
    ]) {
      expect(shown(reply)).toBe('この一覧は、人事課の担当者だけが見られます。');
    }
  }
});
