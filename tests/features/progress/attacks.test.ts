import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { importTaken, listOf, startCheck } from '../stress-check/support';
import {
  auditOf,
  CLERK,
  COLLEAGUE,
  DEPUTY,
  EDITOR,
  HR_ADMIN,
  linkIn,
  MANAGER,
  nameOf,
  OTHER_MANAGER,
  runSubmission,
  STAFF,
  STRESS_ADMIN,
  stateOf,
} from './support';

const ATTACKERS = [EDITOR, HR_ADMIN, MANAGER, DEPUTY, CLERK, COLLEAGUE, OTHER_MANAGER, '100479'];
const NOT_TAKEN = '100007';
const EVERY_TAP: readonly (readonly [string, object])[] = [
  ['progress.sections', {}],
  ['progress.members', { filter: 'all' }],
  ['progress.members', { filter: 'owes', section: '市民課' }],
  ['progress.csv', { filter: 'all' }],
  ['progress.sheet', {}],
  ['progress.recording', {}],
  ['progress.record', { people: NOT_TAKEN }],
  ['progress.withdraw', { recorded: STAFF }],
  ['progress.talk', { purpose: 'section' }],
  ['progress.untalk', { purpose: 'section' }],
  ['progress.overview', { purpose: 'progress' }],
  ['progress.overview', { purpose: 'section' }],
  ['progress.overview', { purpose: 'record' }],
  ['progress.overview', { purpose: 'csv' }],
];

describe('the stress check', () => {
  let bot: TestBot;
  let id: string;
  let names: string[];

  beforeAll(async () => {
    bot = await createTestBot();
    id = await startCheck(bot, { audience: { f_sections: '市民課' } });
    await importTaken(bot, id, listOf([STAFF]));
    names = await Promise.all([STAFF, NOT_TAKEN].map((one) => nameOf(bot, one)));
  });
  afterAll(() => bot.close());

  const expectNothing = (text: string) => {
    for (const name of names) expect(text).not.toContain(name);
    expect(text).not.toMatch(/受検済み|未受検|\/files\/|人（\d+%）/);
  };

  it.each(ATTACKERS)('shows nothing of it to %s, by whatever button', async (who) => {
    for (const [verb, data] of EVERY_TAP) {
      const reply = await bot.tap(who, verb, { id, ...data });
      expectNothing(JSON.stringify(reply));
    }
    for (const verb of ['talk', 'untalk', 'list', 'sections'])
      for (const thing of [`progress:${id}`, `progress:${id}:hr`])
        expectNothing(
          JSON.stringify(
            await bot.tap(who, 'reminders.choose', { digest: 'open', thing, choice: verb, page: 0 }),
          ),
        );
    expect(await stateOf(bot, id, NOT_TAKEN)).toMatchObject({ state: 'open' });
    expect(await stateOf(bot, id, STAFF)).toMatchObject({ state: 'done', done_by: 'import' });
  });

  it.each(ATTACKERS)('answers %s by text with rates at most', async (who) => {
    for (const text of [
      'ストレスチェックの進捗',
      '進捗',
      'うちの課で出してない人は？',
      '未提出者一覧をCSVで',
    ])
      expectNothing(JSON.stringify(await bot.say(who, text)));
  });

  it('is on no digest of a manager and no list of HR', async () => {
    bot.at('2026-12-28T01:00:00Z');
    for (const who of [EDITOR, HR_ADMIN, MANAGER, DEPUTY]) {
      const aad = await bot.aadOf(who);
      const texts = (await bot.deliver()).filter(({ to }) => to === aad).map(({ card }) => textsIn(card));
      expect(texts.join('\n')).not.toContain('所属の未提出');
      expect(texts.join('\n')).not.toContain('期限を過ぎて未提出');
    }
  });

  it('its runner sees who has taken it, records for nobody, prints nothing, and is in an entry that HR cannot read', async () => {
    const text = shown(await bot.say(STRESS_ADMIN, 'ストレスチェックの進捗'));
    expect(text).toMatch(/受検済み 1／\d+人/);
    const list = shown(await bot.tap(STRESS_ADMIN, 'progress.members', { id, filter: 'done' }));
    expect(list).toContain(names[0]);
    expect(linkIn(await bot.tap(STRESS_ADMIN, 'progress.csv', { id, filter: 'owes' }))).toMatch(
      /^[\w-]{43}$/,
    );
    expect(JSON.stringify(await bot.tap(STRESS_ADMIN, 'progress.sheet', { id }))).not.toContain('/files/');
    await bot.tap(STRESS_ADMIN, 'progress.record', { id, people: NOT_TAKEN });
    expect(await stateOf(bot, id, NOT_TAKEN)).toMatchObject({ state: 'open' });
    const entries = await auditOf(bot, 'stress-check-read');
    expect(entries.map(({ detail }) => detail)).toEqual([
      '{"what":"sections"}',
      '{"what":"list"}',
      '{"what":"csv"}',
    ]);
    expect(await auditOf(bot, 'campaign-members-read')).toHaveLength(0);
    const log = shown(await bot.say(HR_ADMIN, '監査ログ'));
    expect(log).not.toContain(id);
    expect(log).not.toContain(STRESS_ADMIN);
  });
});

describe('a campaign of HR', () => {
  let bot: TestBot;
  let id: string;
  beforeAll(async () => {
    bot = await createTestBot();
    id = await runSubmission(bot);
  });
  afterAll(() => bot.close());

  it.each([COLLEAGUE, OTHER_MANAGER, STRESS_ADMIN, '100479'])('shows %s nobody of 市民課', async (who) => {
    const name = await nameOf(bot, STAFF);
    for (const [verb, data] of EVERY_TAP) {
      const text = JSON.stringify(await bot.tap(who, verb, { id, section: '市民課', ...data }));
      expect(text).not.toContain(name);
      expect(text).not.toContain('/files/');
    }
    expect(await stateOf(bot, id, NOT_TAKEN)).toBeUndefined();
  });

  it.each([MANAGER, CLERK])('shows %s their own section alone, and no figures of all', async (who) => {
    const other = await nameOf(bot, '100088');
    for (const [verb, data] of EVERY_TAP) {
      const text = JSON.stringify(
        await bot.tap(who, verb, { id, ...data, section: '税務課', filter: 'all' }),
      );
      expect(text).not.toContain(other);
      expect(text).not.toContain('税務課');
    }
  });

  it.each([{ id: '00000000-0000-4000-8000-00000000dead' }, { id: "1' or '1'='1" }, { id: 7 }, {}, null, 'x'])(
    'answers a forged id %j politely',
    async (data) => {
      for (const [verb] of EVERY_TAP.slice(0, 10)) {
        const reply = await bot.tap(EDITOR, verb, data);
        expect(shown(reply)).toMatch(/お見せできません|記録できません|提出状況/);
      }
    },
  );

  it('answers nobody where others read along', async () => {
    const aad = await bot.aadOf(EDITOR);
    const tapped = await bot.turn(
      aad,
      { kind: 'action', verb: 'progress.members', data: { id, filter: 'all' }, automatic: false },
      { personal: false },
    );
    expect(shown(tapped)).toContain('1対1のチャット');
    const said = await bot.turn(aad, { kind: 'message', text: '進捗', files: [] }, { personal: false });
    expect(shown(said)).not.toContain('職員証');
  });
});
