import { dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { CardJson, Message, Reply } from '../../core/turn';
import { replyToInvoke } from '../../core/turn';
import type { Store } from '../../db/store';
import { deliveryTexts, type UnreachablePerson, unreachablePeople } from '../../delivery';
import type { Audit } from '../audit';
import { type Directory, isHr, type Person, type Scene } from '../directory';
import type { Sources } from './items';
import { digestsOfOnly } from './reminders-store';
import { remindersTexts } from './reminders-texts';
import { unreachableCard, unreachableView } from './unreachable-card';

export interface UnreachableNeeds {
  readonly store: Store;
  readonly directory: Directory;
  readonly sources: Sources;
  readonly audit: Audit;
}

/** Job kind of what the stress check sends by itself. */
const STRESS_CHECK = 'stress-check';

/**
 * 届かなかった人: whom no message reaches at present, so that HR can tell them some other way. That somebody cannot be
 * reached is no secret, but what they were written to about can be one: after the second invitation to the stress check only
 * those who have not taken it are written to, so a name that turns up because of it would say so. HR's list therefore leaves
 * out the stress check's own deliveries and digests which hold nothing but confidential things, as if they had never been sent,
 * and shows neither jobs nor contents of the rest. Digests of mixed things stay in: any of their things may have been
 * the reason. stress_admin, who may know, sees all of it. Each look is in the audit log.
 */
export function createUnreachableList({ store, directory, sources, audit }: UnreachableNeeds) {
  const maySee = (person: Person): boolean => isHr(person) || person.roles.has('stress_admin');

  /** Whom no message reaches, as far as this viewer may know of the messages. */
  async function unreachedFor(viewer: Person): Promise<readonly UnreachablePerson[]> {
    const seesAll = viewer.roles.has('stress_admin') && !isHr(viewer);
    const confidential = sources().flatMap((source) => (source.confidential ? [source.name] : []));
    const hidden = seesAll ? new Set<string>() : await digestsOfOnly(store.db, confidential);
    return unreachablePeople(
      store.db,
      ({ jobKind, dedupeKey }) =>
        seesAll || (jobKind !== STRESS_CHECK && !hidden.has(dedupeKey.replace(/^reminders:/, ''))),
    );
  }

  async function draw(
    scene: Scene,
    page: number,
  ): Promise<{ readonly card: CardJson; readonly summary: string }> {
    const { person, today, locale, now } = scene;
    const t = remindersTexts(locale);
    const unreached = await unreachedFor(person);
    const everybody = await directory.everybody(store.db, today);
    const byAad = new Map(everybody.map((one) => [one.aadObjectId, one]));
    const rows = unreached.flatMap(({ recipient, reason, since }) => {
      const found = byAad.get(recipient);
      if (found === undefined) return [];
      return {
        who: t.person(found.section, found.name, found.id),
        why: t.since(deliveryTexts(locale).unreachable[reason], shortDay(dayOf(since), locale)),
      };
    });
    await store.write((tx) =>
      audit.record(tx, {
        at: now,
        actor: person.id,
        action: 'records-read',
        subject: 'unreachable-people',
        detail: { count: rows.length },
      }),
    );
    const view = unreachableView({ rows, page, locale });
    return { card: unreachableCard.render(view), summary: view.fallback };
  }

  return {
    unreachedFor,
    async show(scene: Scene): Promise<Message> {
      if (!maySee(scene.person)) return { kind: 'text', text: remindersTexts(scene.locale).unreachableFor };
      return { kind: 'card', ...(await draw(scene, 0)) };
    },
    async page(scene: Scene, page: number): Promise<Reply> {
      if (!maySee(scene.person)) {
        return replyToInvoke({ kind: 'notice', text: remindersTexts(scene.locale).unreachableFor });
      }
      return replyToInvoke({ kind: 'card', card: (await draw(scene, page)).card });
    },
  };
}
