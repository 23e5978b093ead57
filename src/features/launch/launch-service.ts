import { defineCard } from '../../cards/define-card';
import { type Locale, type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Reader, Store } from '../../db/open';
import type { Audit } from '../audit';
import type { Scene } from '../directory';
import { launchTexts } from './launch-texts';

/** Without a desk for each of these, nobody may be sent to the bot with a serious matter. */
export const REQUIRED_DESKS = ['whistleblowing', 'harassment', 'mental_health'] as const;
export type RequiredDesk = (typeof REQUIRED_DESKS)[number];

export interface Readiness {
  /** Topics for which HR has confirmed a desk that can be reached. */
  readonly confirmedDesks: ReadonlySet<RequiredDesk>;
  readonly faq: { readonly confirmed: number; readonly all: number };
}

export interface LaunchNeeds {
  readonly store: Store;
  readonly audit: Audit;
  /** The local sample starts live. */
  readonly local: boolean;
  readonly readiness: (reader: Reader) => Promise<Readiness>;
}

const KEY = 'published_at';

type StatusView = {
  lang: Locale;
  fallback: string;
  heading: string;
  text: string;
  steps: { mark: string; step: string }[];
  hasNote: boolean;
  note: string;
  canPublish: boolean;
  publishLabel: string;
  canUnpublish: boolean;
  unpublishLabel: string;
};

function statusView(options: {
  readiness: Readiness;
  live: boolean;
  local: boolean;
  admin: boolean;
  note: string | null;
  locale: Locale;
}): StatusView {
  const { readiness, live, local, admin, locale } = options;
  const t = launchTexts(locale);
  const desks = REQUIRED_DESKS.map((topic) => {
    const done = readiness.confirmedDesks.has(topic);
    return {
      mark: done ? '✓' : '□',
      step: done ? t.deskDone(t.topics[topic]) : t.deskMissing(t.topics[topic]),
    };
  });
  const heading = live ? t.headingLive : t.headingNotLive;
  const note = options.note ?? (local ? t.localNote : null);
  return {
    lang: locale,
    fallback: heading,
    heading,
    text: live ? t.textLive : t.textNotLive,
    steps: [...desks, { mark: '・', step: t.faq(readiness.faq.confirmed, readiness.faq.all) }],
    hasNote: note !== null,
    note: note ?? '',
    canPublish: admin && !live,
    publishLabel: t.publish,
    canUnpublish: admin && live && !local,
    unpublishLabel: t.unpublish,
  };
}

const exampleReadiness: Readiness = {
  confirmedDesks: new Set(['harassment']),
  faq: { confirmed: 12, all: 461 },
};

export const launchCard = defineCard<StatusView>({
  name: 'launch/status',
  examples: {
    preparing: statusView({
      readiness: exampleReadiness,
      live: false,
      local: false,
      admin: true,
      note: null,
      locale: 'ja',
    }),
    live: statusView({
      readiness: exampleReadiness,
      live: true,
      local: false,
      admin: true,
      note: null,
      locale: 'en',
    }),
  },
});

/** Whether employees are answered, and what HR has yet to confirm before they may be. */
export function createLaunch(needs: LaunchNeeds) {
  async function isLive(): Promise<boolean> {
    if (needs.local) return true;
    const row = await needs.store.db
      .selectFrom('settings')
      .select('value')
      .where('key', '=', KEY)
      .executeTakeFirst();
    return row !== undefined;
  }

  async function card(scene: Scene, note: string | null) {
    const readiness = await needs.readiness(needs.store.db);
    const admin = scene.person.roles.has('hr_admin');
    const view = statusView({
      readiness,
      live: await isLive(),
      local: needs.local,
      admin,
      note,
      locale: scene.locale,
    });
    return { kind: 'card', card: launchCard.render(view), summary: view.fallback } as const;
  }

  async function show(scene: Scene): Promise<readonly Message[]> {
    return [await card(scene, null)];
  }

  async function act(scene: Scene, verb: string, _data: unknown): Promise<Reply> {
    const t = launchTexts(scene.locale);
    if (!scene.person.roles.has('hr_admin')) return replyToInvoke({ kind: 'notice', text: t.adminOnly });
    const note =
      verb === 'launch.publish'
        ? await publish(scene)
        : verb === 'launch.unpublish'
          ? await unpublish(scene)
          : null;
    return replyToInvoke({ kind: 'card', card: (await card(scene, note)).card });
  }

  /** Answers why not, or null when done. Checked in the transaction that publishes. */
  function publish(scene: Scene): Promise<string | null> {
    return needs.store.write(async (tx) => {
      const { confirmedDesks } = await needs.readiness(tx);
      if (!REQUIRED_DESKS.every((topic) => confirmedDesks.has(topic)))
        return launchTexts(scene.locale).refused;
      const value = scene.now.toISOString();
      await tx
        .insertInto('settings')
        .values({ key: KEY, value })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      await needs.audit.record(tx, {
        at: scene.now,
        actor: scene.person.id,
        action: 'launched',
        subject: 'bot',
        detail: {},
      });
      return null;
    });
  }

  function unpublish(scene: Scene): Promise<null> {
    return needs.store.write(async (tx) => {
      await tx.deleteFrom('settings').where('key', '=', KEY).execute();
      await needs.audit.record(tx, {
        at: scene.now,
        actor: scene.person.id,
        action: 'unpublished',
        subject: 'bot',
        detail: {},
      });
      return null;
    });
  }

  return { isLive, show, act };
}

export type Launch = ReturnType<typeof createLaunch>;
