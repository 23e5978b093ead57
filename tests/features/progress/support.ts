import type { Reply } from '../../../src/core/turn';
import { createAudit } from '../../../src/features/audit';
import { employees, saveRecord } from '../../../src/features/records';
import type { TestBot } from '../../support/test-bot';
import { run } from '../campaigns/support';

export { EDITOR, HR_ADMIN, STRESS_ADMIN } from '../campaigns/support';

/** Of 市民課: its 所属長, its 庶務担当, and people of it. */
export const MANAGER = '100003';
export const DEPUTY = '100004';
export const CLERK = '100008';
export const STAFF = '100001';
export const COLLEAGUE = '100010';
/** 会計年度任用職員 of the section; the first of few hours. */
export const PART_TIME = '100017';
/** Of 税務課. */
export const OTHER_MANAGER = '100086';
export const OTHER_STAFF = '100088';

export const IN_SECTION = [STAFF, COLLEAGUE, '100011', PART_TIME];
export const MEMBERS = [...IN_SECTION, MANAGER, CLERK, OTHER_STAFF, '100089'];

/** HR's own name of it is another than what people see. */
export const runSubmission = (
  bot: TestBot,
  employees: readonly string[] = MEMBERS,
  basics: Record<string, string> = {},
): Promise<string> =>
  run(bot, '100066', 'submission', {
    basics: { f_title: '職員証（再任用の補足分）', ...basics },
    audience: { f_only: employees.join('\n') },
    card: { f_titleJa: '職員証の更新届' },
  });

export const auditOf = (bot: TestBot, action: string) =>
  bot.store.db.selectFrom('audit_log').selectAll().where('action', '=', action).orderBy('seq').execute();

export const stateOf = async (bot: TestBot, id: string, employee: string) =>
  bot.store.db
    .selectFrom('campaign_members')
    .select(['state', 'done_by', 'recorded_by'])
    .where('campaign_id', '=', id)
    .where('employee', '=', employee)
    .executeTakeFirst();

/** The person hands in by themself. */
export async function handIn(bot: TestBot, id: string, employee: string): Promise<void> {
  await bot.tap(employee, 'reminders.choose', {
    digest: 'open',
    thing: `campaign:${id}`,
    choice: 'done',
    page: 0,
  });
}

export const nameOf = async (bot: TestBot, employee: string): Promise<string> =>
  (await bot.bot.directory.byId(bot.store.db, employee as never, '2026-11-24' as never))?.name ?? '';

/** Values of the choices of the input with that id. */
export function choicesOf(reply: Reply, input: string): readonly string[] {
  const found = search([...reply.messages, reply.invoke]);
  return found ?? [];

  function search(value: unknown): readonly string[] | null {
    if (value === null || typeof value !== 'object') return null;
    if ('id' in value && value.id === input && 'choices' in value && Array.isArray(value.choices))
      return value.choices.map((one: { value: string }) => one.value);
    for (const inner of Object.values(value)) {
      const hit = search(inner);
      if (hit !== null) return hit;
    }
    return null;
  }
}

export const linkIn = (reply: Reply): string => {
  const url = /http:\/\/[^"]*\/files\/[\w-]+/.exec(JSON.stringify(reply))?.[0];
  if (url === undefined) throw new Error('no link in the reply');
  return url.slice(url.lastIndexOf('/') + 1);
};

/** HR corrects the roster. */
export async function rename(bot: TestBot, employee: string, name: string): Promise<void> {
  const row = await bot.store.db
    .selectFrom('records')
    .select('content_hash')
    .where('dataset', '=', 'employees')
    .where('id', '=', employee)
    .executeTakeFirstOrThrow();
  const clock = { now: () => new Date('2026-11-24T01:00:00Z') };
  const by = { actor: 'cli', source: 'test', clock, audit: createAudit() };
  await bot.store.write((tx) =>
    saveRecord(tx, employees, { id: employee, basedOn: row.content_hash, values: { name } }, by),
  );
}
