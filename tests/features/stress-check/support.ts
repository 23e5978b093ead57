import { shown, type TestBot } from '../../support/test-bot';
import { attach, make, NOW, openDialog, STRESS_ADMIN, seen, submitDialog } from '../campaigns/support';

export const PROTOCOL = {
  implementer: '見本 医子',
  profession: 'physician',
  clerks: '例田 真由美（健康推進課）',
  deliberatedOn: '2026-10-20',
  noDisadvantage: 'true',
  whoSeesWhat: '結果は本人だけに届きます。',
  interviewContact: '健康推進課の健康相談室',
} as const;

/** As Teams sends the filled-in dialog. */
export const fillProtocol = (
  bot: TestBot,
  id: string,
  changes: Partial<Record<keyof typeof PROTOCOL, string>> = {},
) => submitDialog(bot, STRESS_ADMIN, 'stressCheck.saveProtocol', { id, ...PROTOCOL, ...changes });

export const draftCheck = (bot: TestBot, changes: Parameters<typeof make>[3] = {}): Promise<string> =>
  make(bot, STRESS_ADMIN, 'stress_check', {
    ...changes,
    basics: { ...NOW, ...changes.basics },
    card: { f_link: 'https://check.example.jp/', ...changes.card },
  });

export async function startCheck(bot: TestBot, changes: Parameters<typeof make>[3] = {}): Promise<string> {
  const id = await draftCheck(bot, changes);
  await fillProtocol(bot, id);
  const started = shown(await bot.tap(STRESS_ADMIN, 'campaigns.start', { id }));
  if (!started.includes('始めました')) throw new Error(started);
  return id;
}

/** The vendor's list in the way it comes: announced on the card, then attached. */
export async function importTaken(bot: TestBot, id: string, csv: string): Promise<string> {
  await bot.tap(STRESS_ADMIN, 'campaigns.import', { id });
  return seen(await attach(bot, STRESS_ADMIN, '受検者.csv', new TextEncoder().encode(csv)));
}

export const listOf = (employees: readonly string[]): string => ['職員番号', ...employees].join('\r\n');

export const stateOf = async (bot: TestBot, id: string, employee: string): Promise<string | undefined> =>
  (
    await bot.store.db
      .selectFrom('campaign_members')
      .select('state')
      .where('campaign_id', '=', id)
      .where('employee', '=', employee)
      .executeTakeFirst()
  )?.state;

export { openDialog, STRESS_ADMIN, seen, submitDialog };
