import { z } from 'zod';
import { defineCard } from '../../cards/define-card';
import { day, dayOf, minuteOfDay } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import { employeeId } from '../../core/ids';
import { type Locale, type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Store } from '../../db/open';
import type { Directory, Scene } from '../directory';
import { AUDIT_ACTIONS, type AuditPage, type LoggedEntry, readAudit, WITHHELD } from './audit-log';
import { auditTexts } from './audit-texts';
import { detailTexts } from './detail-texts';

export interface AuditReadingNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'byId'>;
}

const ENTRIES_A_PAGE = 15;
const instant = z.iso.datetime();

type LogView = {
  lang: Locale;
  fallback: string;
  heading: string;
  note: string;
  entries: { when: string; what: string; detail: string }[];
  hasOlder: boolean;
  olderLabel: string;
  before: string;
  hasNewer: boolean;
  newestLabel: string;
};

function logView(
  page: AuditPage,
  first: boolean,
  locale: Locale,
  nameOf: (actor: string) => string,
): LogView {
  const t = auditTexts(locale);
  return {
    lang: locale,
    fallback: t.heading,
    heading: t.heading,
    note: page.entries.length === 0 ? t.empty : t.newestFirst,
    entries: page.entries.map((entry) => ({
      when: timeIn(entry.at, locale),
      what: `${nameOf(entry.actor)}：${actionName(entry.action, locale)}`,
      detail: detailOf(entry, locale),
    })),
    hasOlder: page.before !== null,
    olderLabel: t.older,
    before: page.before === null ? '' : String(page.before),
    hasNewer: !first,
    newestLabel: t.newest,
  };
}

const example: AuditPage = {
  entries: [
    {
      seq: 2,
      at: new Date('2026-11-24T01:05:00Z'),
      actor: '000123',
      action: 'records-changed',
      subject: 'courses',
      detail: { added: 3 },
    },
    {
      seq: 1,
      at: new Date('2026-11-23T23:40:00Z'),
      actor: 'cli',
      action: 'launched',
      subject: 'bot',
      detail: {},
    },
  ],
  before: 1,
};

export const auditCard = defineCard<LogView>({
  name: 'audit/log',
  examples: {
    newest: logView(example, true, 'ja', () => '裾野 花子（000123）'),
    older: logView({ ...example, before: null }, false, 'en', () => 'Susono Hanako (000123)'),
    empty: logView({ entries: [], before: null }, true, 'ja', () => ''),
  },
});

const pageAction = z.object({ before: z.coerce.number().int().positive().nullable().catch(null) });

/** Shows the audit log in chat, a page at a time, to those who may read it. */
export function createAuditReading({ store, directory }: AuditReadingNeeds) {
  async function page(scene: Scene, before: number | null): Promise<Message> {
    const found = await readAudit(store.db, scene.person, before, ENTRIES_A_PAGE);
    if (!found.ok) return { kind: 'text', text: auditTexts(scene.locale).forbidden };
    const names = await namesOf(scene, found.value.entries);
    const view = logView(found.value, before === null, scene.locale, (actor) => names.get(actor) ?? actor);
    return { kind: 'card', card: auditCard.render(view), summary: view.fallback };
  }

  /** Name and number; the number alone for who has left. */
  async function namesOf(
    scene: Scene,
    entries: readonly LoggedEntry[],
  ): Promise<ReadonlyMap<string, string>> {
    const t = auditTexts(scene.locale);
    const names = new Map([
      ['system', t.system],
      ['cli', t.cli],
      [WITHHELD, t.withheld],
    ]);
    for (const { actor } of entries) {
      const id = employeeId.safeParse(actor);
      if (names.has(actor) || !id.success) continue;
      const person = await directory.byId(store.db, id.data, scene.today);
      names.set(actor, person === null ? actor : `${person.name} (${actor})`);
    }
    return names;
  }

  return {
    show: async (scene: Scene): Promise<readonly Message[]> => [await page(scene, null)],
    async act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
      const { before } = pageAction.catch({ before: null }).parse(verb === 'audit.page' ? data : null);
      const shown = await page(scene, before);
      return replyToInvoke(
        shown.kind === 'card' ? { kind: 'card', card: shown.card } : { kind: 'notice', text: shown.text },
      );
    },
  };
}

export type AuditReading = ReturnType<typeof createAuditReading>;

/** `11/24(火) 10:05`, `Tue 24 Nov 10:05` in Tokyo. */
function timeIn(at: Date, locale: Locale): string {
  const minutes = minuteOfDay(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${shortDay(dayOf(at), locale)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function actionName(action: string, locale: Locale): string {
  const known = AUDIT_ACTIONS.find((name) => name === action);
  return known === undefined ? action : auditTexts(locale).action[known];
}

/** Each change of data counts all three; those that did not happen only hide the others. */
const CHANGE_COUNTS: ReadonlySet<string> = new Set(['added', 'changed', 'removed']);

/** In words; what an older or newer program has written in codes of its own stays as it is. */
function detailOf({ subject, detail }: LoggedEntry, locale: Locale): string {
  if (subject === WITHHELD) return '';
  const t = detailTexts(locale);
  const names = new Map(Object.entries(t.name));
  const codes = new Map(Object.entries(t.code));
  const wordFor = (value: string | number): string => {
    const text = String(value);
    if (instant.safeParse(value).success) return timeIn(new Date(text), locale);
    const asDay = day.safeParse(value);
    if (asDay.success) return shortDay(asDay.data, locale);
    return text
      .split('+')
      .map((code) => codes.get(code) ?? code)
      .join('・');
  };
  const parts = Object.entries(detail)
    .filter(([name, value]) => !(value === 0 && CHANGE_COUNTS.has(name)))
    .map(([name, value]) =>
      name === 'step' ? wordFor(value) : `${names.get(name) ?? name} ${wordFor(value)}`,
    );
  return [new Map(Object.entries(t.subject)).get(subject) ?? subject, ...parts].join(' / ');
}
