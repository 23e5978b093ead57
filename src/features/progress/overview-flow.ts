import { asMessage } from '../../cards/replies';
import type { Message } from '../../core/turn';
import { policyOf } from '../campaigns';
import { isHr, type Person, type Scene } from '../directory';
import { type OverviewRow, type OverviewView, overviewView } from './overview-view';
import type { Purpose } from './progress-actions';
import { overviewCard } from './progress-cards';
import { noteRead, type ProgressNeeds } from './progress-needs';
import { notSelf, type ProgressReader, type Seen, type Visible } from './progress-reader';
import { progressTexts } from './progress-texts';
import type { Talks } from './talks';
import { createNames, talkText } from './view-parts';

/** The sections whose people are one's business: those one leads, and one's own for a 庶務担当. */
const ownSections = ({ leads, roles, section }: Person): readonly string[] =>
  roles.has('clerk') ? [...leads, section] : leads;

/** What a text asks for, answered with a campaign's own card where there is only one. */
interface Direct {
  readonly sections: (scene: Scene, seen: Seen) => Promise<Message>;
  readonly recording: (scene: Scene, visible: Visible) => Promise<Message>;
  readonly csv: (scene: Scene, seen: Seen) => Promise<Message>;
}

/** The campaigns whose progress a person may see. */
export function createOverviewFlow(
  needs: ProgressNeeds,
  reader: ProgressReader,
  talks: Talks,
  direct: Direct,
) {
  const { store } = needs;

  async function visibleFor({ person }: Scene, purpose: Purpose): Promise<readonly Visible[]> {
    const visible = await reader.list(store.db, person);
    switch (purpose) {
      case 'progress':
      case 'csv':
        return visible.filter(({ access }) => access.scope.kind === 'all');
      case 'record':
        return visible.filter(({ access }) => access.recordsIn.length > 0);
      case 'section':
        return visible.filter(({ campaign }) => policyOf(campaign).runBy === 'hr');
      default:
        return purpose satisfies never;
    }
  }

  /** Of a section's view: one's own people alone, whatever else one may see. */
  function narrowed({ person }: Scene, purpose: Purpose, seen: readonly Seen[]): readonly Seen[] {
    if (purpose !== 'section') return seen;
    const own = ownSections(person);
    const isOwn = notSelf(person);
    return seen.map((one) => ({
      ...one,
      placed: one.placed.filter((placed) => isOwn(placed) && own.includes(placed.section)),
    }));
  }

  async function viewOf(
    scene: Scene,
    visible: readonly Visible[],
    shown: { readonly purpose: Purpose; readonly page: number; readonly note: string | null },
  ): Promise<OverviewView> {
    const nameOf = await createNames(needs, scene);
    const seen = narrowed(scene, shown.purpose, await reader.see(store.db, scene, visible));
    const rows: OverviewRow[] = [];
    for (const one of seen) {
      const asked = await talks.asked(store.db, scene, one);
      const isRunning = one.campaign.status.kind === 'running';
      rows.push({
        seen: one,
        mayTalk: isRunning && asked.sections.length > 0,
        mayUntalk: asked.talks.some(({ by }) => by === scene.person.id),
        talked: talkText(asked.talks[0], nameOf, scene.locale),
      });
    }
    if (shown.purpose === 'section')
      await store.write(async (tx) => {
        for (const { campaign, placed } of seen)
          await noteRead(needs, tx, scene, campaign, 'names', placed.length);
      });
    const { today, locale } = scene;
    return overviewView({ ...shown, rows, today, calendar: needs.calendar() }, locale);
  }

  async function view(
    scene: Scene,
    purpose: Purpose,
    page: number,
    note: string | null,
  ): Promise<OverviewView> {
    return viewOf(scene, await visibleFor(scene, purpose), { purpose, page, note });
  }

  async function show(scene: Scene, purpose: Purpose, note: string | null = null): Promise<Message> {
    const t = progressTexts(scene.locale);
    const { person } = scene;
    const visible = await visibleFor(scene, purpose);
    const runs = isHr(person) || person.roles.has('stress_admin');
    const leadsOrServes = ownSections(person).length > 0;
    switch (purpose) {
      case 'progress':
        if (visible.length === 0 && leadsOrServes && !runs) return show(scene, 'section');
        if (!runs) return text(t.forbidden);
        if (visible.length === 0) return text(t.noneRunning);
        break;
      case 'section':
        if (!leadsOrServes) return runs ? show(scene, 'progress') : text(t.forbidden);
        if (visible.length === 0) return text(t.noneVisible);
        break;
      case 'record':
        if (!isHr(person) && !leadsOrServes) return text(t.recordForbidden);
        if (visible.length === 0) return text(t.noneRecordable);
        break;
      case 'csv':
        if (!runs) return leadsOrServes ? show(scene, 'section', t.csvForHr) : text(t.forbidden);
        if (visible.length === 0) return text(t.noneRunning);
        break;
      default:
        return purpose satisfies never;
    }
    const [only] = visible;
    if (visible.length === 1 && only !== undefined && purpose !== 'section')
      return directly(scene, purpose, only);
    return asMessage(overviewCard, await viewOf(scene, visible, { purpose, page: 0, note }));
  }

  async function directly(
    scene: Scene,
    purpose: Exclude<Purpose, 'section'>,
    only: Visible,
  ): Promise<Message> {
    if (purpose === 'record') return direct.recording(scene, only);
    const [seen] = await reader.see(store.db, scene, [only]);
    if (seen === undefined) throw new Error('a visible campaign cannot be seen');
    return purpose === 'csv' ? direct.csv(scene, seen) : direct.sections(scene, seen);
  }

  return { view, show };
}

const text = (said: string): Message => ({ kind: 'text', text: said });
