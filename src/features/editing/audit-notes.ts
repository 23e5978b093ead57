import type { AuditDetail } from '../audit';
import type { Scene } from '../directory';
import type { Dataset } from '../records';
import { isPersonal } from './dataset-access';
import type { EditingNeeds } from './editing-needs';

/** Whoever looks at data of other people leaves a trace; nobody does for courses or questions. */
export async function noteReading(
  needs: EditingNeeds,
  scene: Scene,
  dataset: Dataset,
  detail: AuditDetail,
): Promise<void> {
  if (isPersonal(dataset)) await note(needs, scene, dataset, 'records-read', detail);
}

export const noteExport = (
  needs: EditingNeeds,
  scene: Scene,
  dataset: Dataset,
  detail: AuditDetail,
): Promise<void> => note(needs, scene, dataset, 'records-exported', detail);

const note = (
  { store, audit }: EditingNeeds,
  scene: Scene,
  dataset: Dataset,
  action: 'records-read' | 'records-exported',
  detail: AuditDetail,
): Promise<void> =>
  store.write((tx) =>
    audit.record(tx, {
      at: scene.now,
      actor: scene.person.id,
      action,
      subject: dataset.name,
      detail,
    }),
  );
