import type { CadenceStep } from '../../core/calendar/cadence';
import { type Day, dayOf } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { DueReminder } from '../reminders';
import { type Campaign, policyOf } from './campaign';
import type { CampaignsNeeds } from './campaigns-needs';
import { type Pair, pairsOf } from './meeting-pairs';
import { campaignStepDue, campaignSteps } from './steps';
import { thingOf } from './things';

/**
 * Reminders of interviews. The evaluator follows the cadence as long as a day is missing; the employee hears once that it is
 * time, and then only when a day waits for their word. Each side is asked anew by a change of the other's.
 */
export function createMeetingDue({ directory, calendar }: Pick<CampaignsNeeds, 'directory' | 'calendar'>) {
  async function due(reader: Reader, campaign: Campaign, today: Day): Promise<readonly DueReminder[]> {
    const people = await directory.everybody(reader, today);
    const pairs = await pairsOf(reader, campaign, people);
    const { dueOn } = campaign;
    const { runBy } = policyOf(campaign);
    const own = thingOf(runBy, campaign.id);
    const openings = new Map<Day, CadenceStep | null>();
    const toEmployees = pairs.flatMap(({ employee, member, stand }): DueReminder[] => {
      const common = { recipient: employee, thing: own, dueOn };
      if (stand.kind === 'asks-employee')
        return [{ ...common, step: askedStep(stand.said.at), urgency: 'normal' }];
      if (stand.kind !== 'none') return [];
      let opening = openings.get(member.joinedOn);
      if (opening === undefined) {
        opening =
          campaignSteps(campaign, member.joinedOn, calendar()).find(({ id }) => id === 'opening') ?? null;
        openings.set(member.joinedOn, opening);
      }
      return opening === null || opening.on > today ? [] : [{ ...common, step: opening.id, urgency: 'low' }];
    });
    const toEvaluators = [...byEvaluator(pairs)].flatMap(([evaluator, own]): DueReminder[] => {
      const step = evaluatorStep(campaign, own, today);
      const thing = thingOf(runBy, campaign.id, 'evaluator');
      return step === null ? [] : [{ recipient: evaluator, thing, step, urgency: 'normal', dueOn }];
    });
    return [...toEmployees, ...toEvaluators];
  }

  /** The later one of: the cadence's step while a day is missing; an employee's word that waits for the evaluator. */
  function evaluatorStep(campaign: Campaign, pairs: readonly Pair[], today: Day): string | null {
    const missing = pairs.filter(({ stand }) => stand.kind === 'none');
    const joined = missing.map(({ member }) => member.joinedOn).toSorted()[0];
    const step = joined === undefined ? null : campaignStepDue(campaign, joined, today, calendar());
    const asked = pairs
      .flatMap(({ stand }) => (stand.kind === 'asks-evaluator' ? [stand.said.at] : []))
      .toSorted((a, b) => b.getTime() - a.getTime())[0];
    if (asked !== undefined && (step === null || dayOf(asked) >= step.on)) return askedStep(asked);
    return step?.id ?? null;
  }

  return due;
}

const askedStep = (at: Date): string => `asked-${at.getTime()}`;

/** Those who are appraised by each evaluator, done or not. */
function byEvaluator(pairs: readonly Pair[]): ReadonlyMap<EmployeeId, readonly Pair[]> {
  const groups = new Map<EmployeeId, Pair[]>();
  for (const pair of pairs) {
    if (pair.evaluator === null) continue;
    const group = groups.get(pair.evaluator);
    if (group === undefined) groups.set(pair.evaluator, [pair]);
    else group.push(pair);
  }
  return groups;
}
