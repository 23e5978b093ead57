import { asMessage, inPlace, notice } from '../../cards/replies';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { PairId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Reader, Writer } from '../../db/open';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import { tableFileOf } from '../records';
import { openCalls } from './call-store';
import { checkInsByPair } from './check-in-store';
import { listView } from './list-view';
import { listCard } from './mentoring-cards';
import {
  type AuditStep,
  type MentoringNeeds,
  noteChange,
  noteRead,
  type People,
  peopleOn,
} from './mentoring-needs';
import { judge, type Pair, type PairStatus, usualTerm } from './pair';
import { idsOf, makePair } from './pair-making';
import {
  allPairs,
  eventsByPair,
  eventsOf,
  findPair,
  livePairs,
  lockPairs,
  savePair,
  saveStatus,
} from './pair-store';
import { pairTexts } from './pair-texts';
import { askEndView, type Overseen, overviewView, pairView, statusText, suggestView } from './pair-views';
import { standingOf, type YearCounts, yearCounts } from './standing';
import { suggestPairs } from './suggestions';

/** How long an ended pair stays in HR's list, in days after the end. */
const SHOWN_AFTER_END_DAYS = 92;

/** What HR sees and decides of pairs. Whoever calls this has checked that it is HR who acts. */
export function createPairFlow(needs: MentoringNeeds) {
  const { store } = needs;

  async function oversee(reader: Reader, scene: Scene, pairs: readonly Pair[]): Promise<readonly Overseen[]> {
    const ids = pairs.map(({ id }) => id);
    const checkIns = await checkInsByPair(reader, ids);
    const events = await eventsByPair(reader, ids);
    // Calls to others are told to nobody else, not even of HR.
    const calls = (await openCalls(reader)).filter((call) => call.reader === scene.person.id);
    return pairs.map((pair) => ({
      pair,
      standing: standingOf(pair, checkIns.get(pair.id) ?? [], events.get(pair.id) ?? [], scene.today),
      calls: calls.filter((call) => call.pair === pair.id).length,
    }));
  }

  /** Those that last first, then those that have ended lately. */
  async function overseen(scene: Scene, pairs: readonly Pair[]): Promise<readonly Overseen[]> {
    const shown = pairs.filter(
      ({ status, changedAt }) =>
        status.kind !== 'ended' ||
        scene.now.getTime() - changedAt.getTime() <= SHOWN_AFTER_END_DAYS * 86_400_000,
    );
    const order = { suspended: 0, active: 1, ended: 2 } as const;
    const sorted = shown.toSorted(
      (a, b) => order[a.status.kind] - order[b.status.kind] || (a.mentee < b.mentee ? -1 : 1),
    );
    return oversee(store.db, scene, sorted);
  }

  /** This 年度 and the last one, as far as there were pairs. */
  async function countsOf(scene: Scene, pairs: readonly Pair[]): Promise<readonly YearCounts[]> {
    const all = await oversee(store.db, scene, pairs);
    const thisYear = fiscalYearOf(scene.today);
    return [thisYear, thisYear - 1]
      .map((year) => yearCounts(all, year))
      .filter(({ pairs: count }) => count > 0);
  }

  const people = (scene: Scene): Promise<People> => peopleOn(needs, store.db, scene.today);

  async function overview(scene: Scene, page: number, said: string | null) {
    await noteRead(needs, scene, 'list', 'mentoring');
    const pairs = await allPairs(store.db);
    const years = await countsOf(scene, pairs);
    return overviewView(
      { overseen: await overseen(scene, pairs), years, page, said },
      await people(scene),
      scene.locale,
    );
  }

  const message = async (scene: Scene, said: string | null = null): Promise<Message> =>
    asMessage(listCard, await overview(scene, 0, said));

  const list = async (scene: Scene, page: number, said: string | null = null): Promise<Reply> =>
    inPlace(listCard, await overview(scene, page, said));

  async function viewOf(scene: Scene, id: PairId, said: string | null) {
    const pair = await findPair(store.db, id);
    if (pair === null) return null;
    await noteRead(needs, scene, 'pair', id);
    const [one] = await oversee(store.db, scene, [pair]);
    if (one === undefined) return null;
    return pairView(one, await eventsOf(store.db, id), await people(scene), said, scene.locale);
  }

  async function show(scene: Scene, id: PairId, said: string | null = null): Promise<Reply> {
    const view = await viewOf(scene, id, said);
    return view === null ? notice(pairTexts(scene.locale).gone) : inPlace(listCard, view);
  }

  /** For what cannot change the card behind it. */
  async function pairMessage(scene: Scene, id: PairId, said: string): Promise<Message> {
    const view = await viewOf(scene, id, said);
    return view === null ? { kind: 'text', text: said } : asMessage(listCard, view);
  }

  async function suggestions(scene: Scene, page: number, said: readonly string[]): Promise<Reply> {
    const { all } = await people(scene);
    const given = suggestPairs(all, await livePairs(store.db), scene.today);
    return inPlace(listCard, suggestView(given, page, said, scene.locale));
  }

  /** Each pair is judged anew: what fitted when the card was made may not fit any more. */
  async function accept(scene: Scene, shown: readonly string[], page: number): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const done = await store.write(async (tx) => {
      await lockPairs(tx);
      const known = await peopleOn(needs, tx, scene.today);
      let made = 0;
      const refused: string[] = [];
      for (const ids of shown.map(idsOf)) {
        const mentee = ids === null ? null : known.find(ids.mentee);
        const mentor = ids === null ? null : known.find(ids.mentor);
        if (mentee === null || mentor === null) continue;
        const live = await livePairs(tx);
        // The second of two taps finds its own effect.
        if (live.some((pair) => pair.mentee === mentee.id && pair.mentor === mentor.id)) continue;
        const wanted = { mentee, mentor, term: usualTerm(mentee, scene.today), early: 'monthly' as const };
        const by = { now: scene.now, today: scene.today, actor: scene.person.id };
        const pair = await makePair(needs, tx, wanted, live, by);
        if (pair.ok) {
          made += 1;
          await noteChange(needs, tx, scene, pair.value.id, 'made');
        } else {
          const why = pair.error.map((problem) => t.problem[problem]).join(t.gap);
          refused.push(t.notAccepted(mentee.name, why));
        }
      }
      return { made, refused };
    });
    const said = done.made > 0 ? [t.accepted(done.made)] : [];
    return suggestions(scene, page, [...said, ...done.refused]);
  }

  /** Decides by the locked pair; what is asked for a second time has been done. */
  async function decide(
    scene: Scene,
    id: PairId,
    step: AuditStep,
    next: (pair: Pair, known: People, tx: Writer) => Promise<PairStatus | null>,
  ): Promise<Reply> {
    await store.write(async (tx) => {
      await lockPairs(tx);
      const pair = await findPair(tx, id);
      if (pair === null || pair.status.kind === 'ended') return;
      const status = await next(pair, await peopleOn(needs, tx, scene.today), tx);
      if (status === null) return;
      await saveStatus(tx, id, status, { at: scene.now, actor: scene.person.id, news: false });
      await noteChange(needs, tx, scene, id, step);
    });
    return show(scene, id);
  }

  const suspend = (scene: Scene, id: PairId): Promise<Reply> =>
    decide(scene, id, 'suspended', async ({ status }) =>
      status.kind === 'active' ? { kind: 'suspended', why: 'by-hr' } : null,
    );

  /** Goes on although they are in different sections, or after HR's own break. */
  const keep = (scene: Scene, id: PairId): Promise<Reply> =>
    decide(scene, id, 'resumed', async (pair, known, tx) => {
      if (pair.status.kind !== 'suspended' || pair.status.why === 'leave') return null;
      const [mentee, mentor] = [known.find(pair.mentee), known.find(pair.mentor)];
      if (mentee === null || mentor === null) return null;
      const sections = { mentee: mentee.section, mentor: mentor.section };
      await savePair(tx, id, { sections }, { at: scene.now, actor: scene.person.id });
      const resumed: Pair = { ...pair, sections, status: { kind: 'active' } };
      return judge(resumed, mentee, mentor, scene.today);
    });

  const end = (scene: Scene, id: PairId): Promise<Reply> =>
    decide(scene, id, 'ended', async () => ({ kind: 'ended', why: 'by-hr', on: scene.today }));

  async function askEnd(scene: Scene, id: PairId): Promise<Reply> {
    const pair = await findPair(store.db, id);
    if (pair === null || pair.status.kind === 'ended') return show(scene, id);
    return inPlace(listCard, askEndView(pair, await people(scene), scene.locale));
  }

  /** That and when they talked, by pair; it can be opened once more by the import. */
  async function exported(scene: Scene): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const known = await people(scene);
    const rows = (await overseen(scene, await allPairs(store.db))).map(({ pair, standing }) => [
      pair.mentee,
      known.nameOf(pair.mentee),
      pair.mentor,
      known.nameOf(pair.mentor),
      known.find(pair.mentee)?.section ?? pair.sections.mentee,
      pair.from,
      pair.until,
      t.paceCell[pair.early],
      statusText(pair.status, scene.locale),
      String(standing.held.length),
      String(standing.late.length),
      standing.lastHeldOn ?? '',
    ]);
    const file = await tableFileOf(t.fileTitle, 'csv', Object.values(t.fileHeadings), rows);
    const linked = {
      owner: scene.person.id,
      name: file.name,
      mediaType: file.mediaType,
      content: file.bytes,
    };
    await noteRead(needs, scene, 'file', 'mentoring');
    const token = await store.write((tx) => linkFile(tx, linked, scene.now));
    const links = [{ label: t.open, url: `${needs.publicUrl()}/files/${token}` }];
    const view = listView({ heading: t.export, notes: [t.exported], links }, scene.locale);
    return notice(t.export, asMessage(listCard, view));
  }

  return { message, list, show, pairMessage, suggestions, accept, suspend, keep, end, askEnd, exported };
}

export type PairFlow = ReturnType<typeof createPairFlow>;
