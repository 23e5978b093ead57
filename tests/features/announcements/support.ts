import { shown, type TestBot } from '../../support/test-bot';
import { carried, inputs, openDialog, seen, submitDialog } from '../campaigns/support';

export { carried, inputs, openDialog, seen, submitDialog };

export const EDITOR = '100066';
export const OTHER_EDITOR = '100067';
export const HR_ADMIN = '100062';
export const EMPLOYEE = '100001';

export interface Written {
  readonly text?: Record<string, string>;
  readonly buttons?: Record<string, string>;
  readonly audience?: Record<string, string>;
  readonly plan?: Record<string, string>;
}

export const TEXT = {
  f_titleJa: '庁舎の停電について',
  f_bodyJa: '**土曜日**に停電します。\n- 電源を切ってください',
};
/** 市民課: narrow enough to need no second person. */
export const NARROW = { f_sections: '市民課' };

/** An announcement written through the dialogs, page by page. Answers its id. */
export async function write(
  bot: TestBot,
  as: string,
  written: Written = {},
  template = 'plain',
): Promise<string> {
  let page = await openDialog(bot, as, 'announcements.new', { template });
  const save = carried(page, 'announcements.save');
  const pages = {
    text: { ...TEXT, ...written.text },
    buttons: written.buttons ?? {},
    audience: written.audience ?? NARROW,
    plan: written.plan ?? {},
  };
  for (const [name, typed] of Object.entries(pages)) {
    page = await submitDialog(bot, as, 'announcements.save', {
      ...save,
      page: name,
      ...inputs(page),
      ...typed,
      turn: name === 'plan' ? 'close' : 'next',
    });
    const isRefused = seen(page).includes('次のところを直してください');
    if (isRefused || page.invoke?.kind !== (name === 'plan' ? 'dialog-closed' : 'dialog'))
      throw new Error(seen(page));
  }
  return String(save.id);
}

export async function send(bot: TestBot, as: string, written: Written = {}): Promise<string> {
  const id = await write(bot, as, written);
  const reply = await bot.tap(as, 'announcements.send', { id });
  if (!shown(reply).includes('送り始めました')) throw new Error(shown(reply));
  return id;
}

export const show = async (bot: TestBot, as: string, id: string): Promise<string> =>
  shown(await bot.tap(as, 'announcements.show', { id }));

export const recipients = (bot: TestBot, id: string) =>
  bot.store.db
    .selectFrom('announcement_recipients as recipient')
    .leftJoin('deliveries as delivery', 'delivery.id', 'recipient.delivery_id')
    .select([
      'recipient.employee',
      'recipient.skipped',
      'recipient.left_on',
      'recipient.confirmed_at',
      'recipient.reacted_at',
      'delivery.state',
      'delivery.not_before',
    ])
    .where('recipient.announcement_id', '=', id)
    .orderBy('recipient.employee')
    .execute();

/** What was done, by whom, as the audit log tells it. */
export const audited = async (bot: TestBot): Promise<string[]> =>
  (
    await bot.store.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', 'like', 'announcement%')
      .orderBy('seq')
      .execute()
  ).map(({ actor, detail }) => `${actor} ${JSON.parse(detail).step ?? JSON.parse(detail).how}`);

export const receivedBy = async (bot: TestBot, employee: string) => {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver()).filter(({ to }) => to === aad);
};
