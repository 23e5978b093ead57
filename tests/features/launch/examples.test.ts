import { day } from '../../../src/core/calendar/day';
import { WELCOME_ROLES } from '../../../src/features/launch/welcome';
import { welcomeTexts } from '../../../src/features/launch/welcome-texts';
import { tipTexts } from '../../../src/features/reminders/tip-texts';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import { MENTOR, pairUp } from '../mentoring/support';
import { ADMIN, MANAGER, STAFF } from './support';

const WHO = { hr: ADMIN, manager: MANAGER, clerk: MANAGER, mentoring: STAFF, employee: STAFF } as const;
const TODAY = day.parse('2026-11-24');

let bot: TestBot;
beforeAll(async () => {
  bot = await createTestBot();
  bot.at(`${TODAY}T01:00:00Z`);
});
afterAll(() => bot.close());

const examples = (['ja', 'en'] as const).flatMap((locale) =>
  WELCOME_ROLES.flatMap((role) =>
    Object.values(welcomeTexts(locale).role[role].examples).map((say) => ({ locale, as: WHO[role], say })),
  ),
);
const tips = (['ja', 'en'] as const).flatMap((locale) =>
  Object.values(tipTexts(locale).say).map((say) => ({ locale, as: ADMIN, say })),
);

it.each([...examples, ...tips])('«$say» is answered', async ({ locale, as, say }) => {
  expect(shown(await bot.say(as, say, locale))).not.toMatch(
    /わかりませんでした|could not|not found|担当者だけ/,
  );
});

test('what a mentee is shown to ask is a mentor’s to ask as well', async () => {
  await pairUp(bot);
  for (const say of Object.values(welcomeTexts('ja').role.mentoring.examples)) {
    expect(say).not.toContain('私のメンター');
    expect(shown(await bot.say(MENTOR, say))).not.toMatch(/わかりませんでした|登録されていません/);
  }
});
