import type { EmployeeId, SurveyId } from '../../core/ids';
import type { Store } from '../../db/open';
import { clearTraces } from '../../db/traces';
import { BOX, type Chance, castBallot } from './ballot-store';
import { PARTICIPANTS, takePart } from './participation-store';
import type { Ballot } from './survey';
import { lockSurvey } from './survey-store';

/** Somebody's one vote; nothing happens where they have voted, were not asked, or it is over. The person ends here. */
export async function vote(
  store: Store,
  id: SurveyId,
  employee: EmployeeId,
  { choice, comment }: Omit<Ballot, 'group'>,
  chance: Chance,
): Promise<void> {
  await store.write(async (tx) => {
    const survey = await lockSurvey(tx, id);
    if (survey?.state !== 'open' || survey.choices[choice] === undefined) return;
    const group = await takePart(tx, id, employee);
    if (group !== null) await castBallot(tx, id, { group, choice, comment }, chance);
  });
  await forgetHowItCame(store);
}

/** Neither the database's log nor its freed places are to tell how it was a vote ago. */
export const forgetHowItCame = ({ db }: Pick<Store, 'db'>): Promise<void> =>
  clearTraces(db, [PARTICIPANTS, ...BOX]);
