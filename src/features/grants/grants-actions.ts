import { z } from 'zod';
import { employeeId } from '../../core/ids';
import { grantId } from './grant';

const ofGrant = z.object({ id: grantId });
const schemas = {
  'grants.propose': z.object({ person: employeeId }),
  'grants.grant': ofGrant,
  'grants.end': ofGrant,
  'grants.refresh': z.object({}),
} as const;

export type GrantsAction = {
  [V in keyof typeof schemas]: { readonly verb: V } & z.infer<(typeof schemas)[V]>;
}[keyof typeof schemas];

/** Null for an unknown verb or data that no card of ours carries. */
export function parseGrantsAction(verb: string, data: unknown): GrantsAction | null {
  if (!Object.hasOwn(schemas, verb)) return null;
  const known = verb as keyof typeof schemas;
  const parsed = schemas[known].safeParse(data ?? {});
  return parsed.success ? ({ verb: known, ...parsed.data } as GrantsAction) : null;
}
