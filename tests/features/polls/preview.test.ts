import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { EDITOR, make } from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

test.each(['polls', 'pulse'] as const)(
  'a tap on a preview records nothing, also once it has started (%s)',
  async (kind) => {
    const id = await make(bot, kind);
    const preview = await bot.tap(EDITOR, `${kind}.preview`, { id });
    const verbs = [...JSON.stringify(preview).matchAll(/"verb":"([^"]+)"/g)].map(([, verb]) => verb);
    expect(verbs.length).toBeGreaterThan(1);
    expect(new Set(verbs)).toEqual(new Set(['polls.onlyPreview']));
    await bot.tap(EDITOR, `${kind}.start`, { id });
    expect(shown(await bot.tap(EDITOR, 'polls.onlyPreview', { id }))).toContain('回答は記録していません');
  },
);
