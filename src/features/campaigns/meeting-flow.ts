import { closeDialog, dialog, notice } from '../../cards/replies';
import { type Day, day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { CampaignId, EmployeeId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import { dayField, formCard } from '../forms';
import { type Campaign, policyOf } from './campaign';
import { findCampaign, lockCampaign } from './campaign-store';
import { meetingsCard } from './campaigns-cards';
import type { CampaignsNeeds } from './campaigns-needs';
import { singleFormView } from './form-view';
import { isPossibleDay, standOf } from './meeting';
import { findPair, pairsOf, settle } from './meeting-pairs';
import {
  clearEvaluatorDay,
  findMeeting,
  meetingsOf,
  saveEmployeeDay,
  saveEvaluatorDay,
} from './meeting-store';
import { meetingTexts } from './meeting-texts';
import { dayInput, type MeetingRow, meetingsView } from './meetings-view';

/** Days of appraisal interviews: the evaluator's for many people at once, and the employee's own. */
export function createMeetingFlow(needs: CampaignsNeeds) {
  const { store, directory } = needs;

  const isOpen = (campaign: Campaign | null): campaign is Campaign =>
    campaign !== null &&
    policyOf(campaign).completion === 'meeting' &&
    (campaign.status.kind === 'running' || campaign.status.kind === 'paused');

  /** Those whom this person appraises by today's roster; those without a day first, then by section and number. */
  async function rowsOf(reader: Reader, campaign: Campaign, scene: Scene): Promise<readonly MeetingRow[]> {
    const people = await directory.everybody(reader, scene.today);
    const byId = new Map(people.map((person) => [person.id, person]));
    const meetings = await meetingsOf(reader, campaign.id);
    return (await pairsOf(reader, campaign, people))
      .filter(({ evaluator }) => evaluator === scene.person.id)
      .map(({ employee, stand }) => ({
        employee,
        name: byId.get(employee)?.name ?? employee,
        day: meetings.get(employee)?.byEvaluator?.day ?? null,
        stand,
      }));
  }

  async function open(
    scene: Scene,
    id: CampaignId,
    page: number,
    note: string | null = null,
  ): Promise<Reply> {
    const t = meetingTexts(scene.locale);
    const campaign = await findCampaign(store.db, id);
    if (!isOpen(campaign)) return notice(t.notNow);
    const rows = await rowsOf(store.db, campaign, scene);
    return dialog(t.title, meetingsCard, meetingsView({ id, rows, page, notice: note }, scene.locale));
  }

  interface Filled {
    readonly id: CampaignId;
    readonly page: number;
    readonly turn: 'next' | 'previous' | 'close';
    readonly shown: readonly EmployeeId[];
  }

  /** Records the days of one page; an emptied one is taken back. Nobody else's people are touched, whatever the data names. */
  async function save(scene: Scene, filled: Filled, data: unknown): Promise<Reply> {
    const t = meetingTexts(scene.locale);
    const { id, page, turn } = filled;
    const result = await store.write(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (!isOpen(campaign)) return null;
      const rows = await rowsOf(tx, campaign, scene);
      const impossible: string[] = [];
      let recorded = 0;
      let takenBack = 0;
      for (const row of rows.filter(({ employee }) => filled.shown.includes(employee))) {
        const given = typedDay(data, row.employee);
        if (given === undefined || given === row.day) continue;
        const of = { campaign: id, employee: row.employee, evaluator: scene.person.id };
        if (given === null) {
          await clearEvaluatorDay(tx, of);
          takenBack += 1;
        } else if (isPossibleDay(given, campaign, scene.today)) {
          await saveEvaluatorDay(tx, of, { day: given, at: scene.now });
          recorded += 1;
        } else {
          impossible.push(row.name);
          continue;
        }
        await settle(tx, id, row.employee, standOf(await findMeeting(tx, id, row.employee)), scene.now);
      }
      return { recorded, takenBack, impossible };
    });
    if (result === null) return notice(t.notNow);
    const { recorded, takenBack, impossible } = result;
    const changes = [
      ...(recorded > 0 ? [t.recorded(recorded)] : []),
      ...(takenBack > 0 ? [t.takenBack(takenBack)] : []),
    ];
    const told = changes.length > 0 ? changes.join('\n') : t.nothing;
    if (impossible.length > 0) return open(scene, id, page, t.impossible(impossible.join(t.and)));
    if (turn === 'close') return closeDialog({ kind: 'text', text: told });
    return open(scene, id, Math.max(0, page + (turn === 'next' ? 1 : -1)), told);
  }

  /** The employee's own day: the first, or another than the evaluator's. */
  async function openOwn(scene: Scene, id: CampaignId): Promise<Reply> {
    const campaign = await findCampaign(store.db, id);
    const meeting = campaign === null ? null : await ownMeeting(store.db, campaign, scene.person);
    if (!isOpen(campaign) || meeting === null) return notice(meetingTexts(scene.locale).notNow);
    return askOwn(scene, campaign, meeting.byEmployee?.day ?? meeting.byEvaluator?.day ?? '', []);
  }

  function askOwn(scene: Scene, { id, title }: Campaign, typed: string, problems: readonly string[]): Reply {
    const t = meetingTexts(scene.locale);
    const field = dayField('day', t.ownLabel);
    const view = singleFormView(
      { id, fields: [field], typed: { day: typed }, problems, notes: [title] },
      { label: t.ownSave, verb: 'campaigns.saveOwnDay' },
      scene.locale,
    );
    return dialog(t.ownTitle, formCard, view);
  }

  async function saveOwn(scene: Scene, id: CampaignId, given: Day | null): Promise<Reply> {
    const t = meetingTexts(scene.locale);
    const found = await findCampaign(store.db, id);
    if (!isOpen(found)) return notice(t.notNow);
    if (given === null || !isPossibleDay(given, found, scene.today))
      return askOwn(scene, found, given ?? '', [t.ownMissing]);
    const saved = await store.write(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (!isOpen(campaign)) return null;
      const before = await ownMeeting(tx, campaign, scene.person);
      if (before === null) return null;
      // Said again, it would ask the evaluator anew for nothing.
      if (before.byEmployee?.day !== given)
        await saveEmployeeDay(tx, { campaign: id, employee: scene.person.id }, { day: given, at: scene.now });
      const stand = standOf(await findMeeting(tx, id, scene.person.id));
      await settle(tx, id, scene.person.id, stand, scene.now);
      return stand;
    });
    if (saved === null) return notice(t.notNow);
    const evaluator = await evaluatorName(scene);
    const text =
      saved.kind === 'agreed'
        ? t.ownAgreed(shortDay(given, scene.locale))
        : t.ownRecorded(shortDay(given, scene.locale), evaluator);
    return closeDialog({ kind: 'text', text });
  }

  /** Null for who is not in it or has no evaluator. */
  async function ownMeeting(reader: Reader, campaign: Campaign, person: Person) {
    const pair = await findPair(reader, campaign, person);
    if (pair === null || pair.evaluator === null) return null;
    return (await findMeeting(reader, campaign.id, person.id)) ?? { byEmployee: null, byEvaluator: null };
  }

  async function evaluatorName({ person, today }: Scene): Promise<string> {
    if (person.firstEvaluator === null) return '';
    return (await directory.byId(store.db, person.firstEvaluator, today))?.name ?? '';
  }

  return { open, save, openOwn, saveOwn };
}

/** Null for an emptied input; undefined for one that is missing or holds no day. */
function typedDay(data: unknown, employee: EmployeeId): Day | null | undefined {
  const inputs = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const given = inputs.get(dayInput(employee));
  return given === '' ? null : day.safeParse(given).data;
}
