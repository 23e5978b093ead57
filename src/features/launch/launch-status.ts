import type { Scene } from '../directory';
import { isDue } from './launch';
import type { LaunchNeeds } from './launch-needs';
import { type StatusView, statusView } from './launch-view';
import { isLost, welcomesOf } from './welcome-store';

export type Viewer = Pick<Scene, 'person' | 'today' | 'locale'>;

/** How far the launch has got, for somebody of HR; `asking`: once more, before the publication is stopped. */
export const createLaunchStatus =
  ({ store, gate, readiness, local }: Pick<LaunchNeeds, 'store' | 'gate' | 'readiness' | 'local'>) =>
  async ({ person, today, locale }: Viewer, said: string | null, asking = false): Promise<StatusView> => {
    const phase = await gate.phase();
    const welcomes = await welcomesOf(store.db);
    const reached = (await gate.within.everybody(store.db, today)).map(({ id }) => welcomes.get(id) ?? null);
    const sent = reached.filter((welcome) => welcome !== null);
    const lost = sent.filter(isLost).length;
    return statusView(
      {
        phase,
        held: phase.kind === 'preparing' && isDue(phase.plan, today),
        readiness: await readiness(store.db),
        local,
        admin: person.roles.has('hr_admin'),
        reached: { people: reached.length, welcomed: sent.length - lost, lost },
        asking,
        note: said,
      },
      locale,
    );
  };

export type LaunchStatus = ReturnType<typeof createLaunchStatus>;
