import type { Clock } from '../../core/clock';
import type { Store } from '../../db/open';
import type { Audit } from '../audit';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import type { Author, ExportedFile } from '../records';

/** What editing needs of the rest of the house. */
export interface EditingNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly audit: Audit;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
}

/** `source` is what history names as the way of the change; see `sourceName`. */
export const authorOf = (needs: EditingNeeds, scene: Scene, source: string): Author => ({
  actor: scene.person.id,
  source,
  clock: needs.clock,
  audit: needs.audit,
});

/** Answers the address of a file for this person, good for a quarter of an hour. */
export async function addressOf(needs: EditingNeeds, scene: Scene, file: ExportedFile): Promise<string> {
  const linked = { owner: scene.person.id, name: file.name, mediaType: file.mediaType, content: file.bytes };
  const token = await needs.store.write((tx) => linkFile(tx, linked, scene.now));
  return `${needs.publicUrl()}/files/${token}`;
}
