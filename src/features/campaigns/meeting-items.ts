import type { Day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { CampaignId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import { type ItemOutcome, type ReminderItem, said } from '../reminders';
import type { Campaign } from './campaign';
import { lockCampaign } from './campaign-store';
import type { CampaignsNeeds } from './campaigns-needs';
import { itemTexts } from './item-texts';
import { dueLine, itemView } from './item-view';
import { standOf } from './meeting';
import { findPair, type Pair, pairsOf, settle } from './meeting-pairs';
import { clearEmployeeDay, findMeeting, saveEmployeeDay } from './meeting-store';
import type { ThingPart } from './things';

const MOST_NAMES = 3;

/** Interviews as both sides see them, and what each can say on theirs. */
export function createMeetingItems(needs: CampaignsNeeds) {
  const { store, directory, calendar } = needs;

  async function item(
    reader: Reader,
    campaign: Campaign,
    part: ThingPart,
    person: Person,
    today: Day,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    return part === 'own'
      ? employeeItem(reader, campaign, person, today, locale)
      : evaluatorItem(reader, campaign, person, today, locale);
  }

  async function employeeItem(
    reader: Reader,
    campaign: Campaign,
    person: Person,
    today: Day,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const pair = await findPair(reader, campaign, person);
    if (pair === null || pair.evaluator === null) return null;
    const t = itemTexts(locale);
    const evaluator = (await directory.byId(reader, pair.evaluator, today))?.name ?? '';
    const view = itemView({
      campaign,
      member: pair.member.status,
      lines: [],
      today,
      calendar: calendar(),
      locale,
    });
    const record = (label: string) => ({ label, data: { verb: 'campaigns.ownDay', id: campaign.id } });
    const ended = campaign.status.kind === 'ended';
    const undo = ended ? [] : [{ label: t.undo, choice: 'undo', primary: false }];
    const { stand } = pair;
    switch (stand.kind) {
      case 'none':
        return {
          ...view,
          lines: [...view.lines, t.meetOpening(evaluator)],
          dialogs: ended ? [] : [record(t.meetRecord)],
        };
      case 'asks-employee':
        return {
          ...view,
          title: t.meetAsk(shortDay(stand.said.day, locale)),
          lines: [campaign.title, t.meetAskBy(evaluator)],
          choices: ended ? [] : [{ label: t.meetConfirm, choice: 'confirm', primary: true }],
          dialogs: ended ? [] : [record(t.meetDiffers)],
        };
      case 'asks-evaluator':
        return {
          ...view,
          open: false,
          badge: null,
          lines: [campaign.title, t.meetSaid(shortDay(stand.said.day, locale), evaluator)],
          choices: undo,
          dialogs: ended ? [] : [record(t.meetDiffers)],
        };
      case 'agreed':
        return {
          ...view,
          open: false,
          lines: [campaign.title, t.meetAgreed(shortDay(stand.day, locale))],
          choices: undo,
          dialogs: ended ? [] : [record(t.meetDiffers)],
        };
      default:
        return stand satisfies never;
    }
  }

  async function evaluatorItem(
    reader: Reader,
    campaign: Campaign,
    person: Person,
    today: Day,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const people = await directory.everybody(reader, today);
    const pairs = (await pairsOf(reader, campaign, people)).filter(
      ({ evaluator }) => evaluator === person.id,
    );
    if (pairs.length === 0) return null;
    const t = itemTexts(locale);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const of = (kind: Pair['stand']['kind']) => pairs.filter(({ stand }) => stand.kind === kind);
    const [missing, waiting, differing] = [of('none'), of('asks-employee'), of('asks-evaluator')];
    const open = missing.length + differing.length > 0;
    const member = open ? ({ kind: 'open' } as const) : ({ kind: 'left' } as const);
    const options = { campaign, member, lines: [], today, calendar: calendar(), locale };
    const view = itemView(options);
    const shown = differing.slice(0, MOST_NAMES).map(({ employee }) => names.get(employee) ?? employee);
    const list = shown.join(t.and);
    const rest = differing.length - shown.length;
    return {
      ...view,
      title: t.meetEvaluatorTitle(view.title),
      lines: [
        ...(open ? [dueLine(options)] : waiting.length === 0 ? [t.meetAllDone] : []),
        ...(missing.length > 0 ? [t.meetEvaluatorLine(missing.length, pairs.length)] : []),
        ...(differing.length > 0 ? [t.meetEvaluatorDiffers(rest > 0 ? t.more(list, rest) : list)] : []),
        ...(waiting.length > 0 ? [t.meetEvaluatorWaiting(waiting.length)] : []),
      ],
      badge: open ? view.badge : null,
      dialogs:
        campaign.status.kind === 'ended'
          ? []
          : [{ label: t.meetTogether, data: { verb: 'campaigns.meetings', id: campaign.id } }],
    };
  }

  async function openParts(
    reader: Reader,
    campaign: Campaign,
    person: Person,
    today: Day,
  ): Promise<readonly ThingPart[]> {
    const people = await directory.everybody(reader, today);
    const pairs = await pairsOf(reader, campaign, people);
    const waitsFor = (kinds: readonly Pair['stand']['kind'][], of: (pair: Pair) => boolean) =>
      pairs.some((pair) => of(pair) && kinds.includes(pair.stand.kind));
    return [
      ...(waitsFor(['none', 'asks-employee'], ({ employee }) => employee === person.id)
        ? (['own'] as const)
        : []),
      ...(waitsFor(['none', 'asks-evaluator'], ({ evaluator }) => evaluator === person.id)
        ? (['evaluator'] as const)
        : []),
    ];
  }

  /** What a person has said and can take back: their own day, and as evaluator those of others. */
  async function doneParts(
    reader: Reader,
    campaign: Campaign,
    person: Person,
    today: Day,
  ): Promise<readonly { readonly part: ThingPart; readonly at: Date }[]> {
    const pairs = await pairsOf(reader, campaign, await directory.everybody(reader, today));
    const latest = (part: ThingPart, times: readonly Date[]) => {
      const at = times.toSorted((a, b) => b.getTime() - a.getTime())[0];
      return at === undefined ? [] : [{ part, at }];
    };
    const own = pairs.filter(({ employee }) => employee === person.id);
    const held = pairs.filter(({ evaluator }) => evaluator === person.id);
    return [
      ...latest(
        'own',
        own.flatMap((pair) => saidAt(pair, 'asks-evaluator')),
      ),
      ...latest(
        'evaluator',
        held.flatMap((pair) => saidAt(pair, 'asks-employee')),
      ),
    ];
  }

  /** The employee's own word: the same day as the evaluator's, whichever that is by now, or none any more. */
  async function act(scene: Scene, id: CampaignId, choice: string): Promise<ItemOutcome> {
    const t = itemTexts(scene.locale);
    return store.write(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      const pair = campaign === null ? null : await findPair(tx, campaign, scene.person);
      if (campaign === null || pair === null || campaign.status.kind === 'ended') return said(t.notNow);
      const { stand } = pair;
      const of = { campaign: id, employee: scene.person.id };
      if (choice === 'confirm' && stand.kind === 'asks-employee')
        await saveEmployeeDay(tx, of, { day: stand.said.day, at: scene.now });
      else if (choice === 'undo' && isOwnWord(stand)) await clearEmployeeDay(tx, of);
      else return said(null);
      await settle(tx, id, scene.person.id, standOf(await findMeeting(tx, id, scene.person.id)), scene.now);
      return said(choice === 'confirm' ? t.meetConfirmed : t.undoneNotice);
    });
  }

  return { item, openParts, doneParts, act };
}

const isOwnWord = ({ kind }: Pair['stand']): boolean => kind === 'asks-evaluator' || kind === 'agreed';

/** When one side spoke: the other is still asked, or both agreed. */
function saidAt({ stand, member }: Pair, asks: 'asks-evaluator' | 'asks-employee'): readonly Date[] {
  if (stand.kind === asks) return [stand.said.at];
  return stand.kind === 'agreed' && member.status.kind === 'done' ? [member.status.at] : [];
}
