import { dayOf } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Result } from '../../core/result';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Reader, Store, Writer } from '../../db/open';
import type { Audit, AuditAction } from '../audit';
import type { Directory, Nominee, Scene } from '../directory';
import { type Ending, endingBy, type Grant, type GrantId, mayGrant, mayPropose, type Refusal } from './grant';
import { insertProposal, liveGrants, lockGrant, recordEnded, recordGranted } from './grant-store';
import type { GrantsAction } from './grants-actions';
import { type Candidate, grantsCard, grantsView, type Viewer } from './grants-cards';
import { grantsTexts } from './grants-texts';

export interface GrantsNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'nominees' | 'byId'>;
  readonly audit: Audit;
  /** The grant that came with the sample data counts: only in the local sample. */
  readonly countSamples: boolean;
  readonly newId: () => GrantId;
}

type Done = keyof ReturnType<typeof grantsTexts>['done'];

/** 役割の付与: who may run the stress check, by the decision of two. Everything is asked anew in the transaction that decides. */
export function createGrants(needs: GrantsNeeds) {
  const { store, directory, audit } = needs;

  const nomineeOf = async (reader: Reader, { today }: Pick<Scene, 'today'>, person: EmployeeId) =>
    (await directory.nominees(reader, 'stress_admin', today)).find((one) => one.person.id === person) ?? null;

  const counted = async (reader: Reader): Promise<readonly Grant[]> =>
    (await liveGrants(reader)).filter(({ isSample }) => needs.countSamples || !isSample);

  /** The scene's person as the roster shows them within this transaction: roles may just have changed. */
  const actorIn = async (tx: Writer, scene: Scene) =>
    (await directory.byId(tx, scene.person.id, scene.today)) ?? {
      id: scene.person.id,
      roles: new Set<never>(),
    };

  function propose(scene: Scene, person: EmployeeId): Promise<Done | Refusal> {
    return store.write(async (tx) => {
      const allowed = mayPropose(await actorIn(tx, scene), person);
      if (!allowed.ok) return allowed.error;
      const nominee = await nomineeOf(tx, scene, person);
      const refused = refusalOf(nominee);
      const account = nominee?.person.aadObjectId ?? null;
      if (refused !== null || account === null) return refused ?? 'no-account';
      if (!needs.countSamples) await endSampleOf(tx, person, scene.now);
      const id = needs.newId();
      const isNew = await insertProposal(tx, { id, person, account, proposedBy: scene.person.id }, scene.now);
      if (!isNew) return 'not-now';
      await note(tx, scene, 'role-proposed', person, id);
      return 'proposed';
    });
  }

  async function endSampleOf(tx: Writer, person: EmployeeId, at: Date): Promise<void> {
    for (const grant of await liveGrants(tx))
      if (grant.isSample && grant.person === person)
        await recordEnded(tx, grant.id, { by: 'system', at, ending: 'lapsed' });
  }

  function grant(scene: Scene, id: GrantId): Promise<Done | Refusal> {
    return store.write(async (tx) => {
      const found = await lockGrant(tx, id);
      if (found === null) return 'not-now';
      const allowed = mayGrant(await actorIn(tx, scene), found);
      if (!allowed.ok) return allowed.error;
      const nominee = await nomineeOf(tx, scene, found.person);
      const refused = refusalOf(nominee);
      if (refused !== null) return refused;
      if (nominee?.person.aadObjectId !== found.account) return 'no-account';
      await recordGranted(tx, id, scene.person.id, scene.now);
      await note(tx, scene, 'role-granted', found.person, id);
      return 'granted';
    });
  }

  function end(scene: Scene, id: GrantId): Promise<Done | Refusal> {
    return store.write(async (tx) => {
      const found = await lockGrant(tx, id);
      // Nobody learns by a made-up id whether there is such a grant.
      if (found === null) return scene.person.roles.has('hr_admin') ? 'not-now' : 'admins-only';
      const ending: Result<Ending, Refusal> = endingBy(await actorIn(tx, scene), found);
      if (!ending.ok) return ending.error;
      await recordEnded(tx, id, { by: scene.person.id, at: scene.now, ending: ending.value });
      await note(tx, scene, 'role-ended', found.person, id, ending.value);
      return ending.value;
    });
  }

  /**
   * Ends for good what no longer holds: the person is no candidate any more, has another account, or has come to hold
   * 人事権. The directory takes the role away at once by itself; this keeps it from coming back when that passes.
   */
  async function lapse(now: Date): Promise<number> {
    const today = dayOf(now);
    const fits = async (reader: Reader, of: Grant): Promise<boolean> => {
      const nominee = await nomineeOf(reader, { today }, of.person);
      return refusalOf(nominee) === null && nominee?.person.aadObjectId === of.account;
    };
    let ended = 0;
    for (const one of await counted(store.db)) {
      if (await fits(store.db, one)) continue;
      await store.write(async (tx) => {
        const found = await lockGrant(tx, one.id);
        if (found === null || found.status.kind === 'ended' || (await fits(tx, found))) return;
        await recordEnded(tx, found.id, { by: 'system', at: now, ending: 'lapsed' });
        await noteAs(tx, 'system', now, 'role-ended', found.person, found.id, 'lapsed');
        ended += 1;
      });
    }
    return ended;
  }

  const note = (
    tx: Writer,
    { person: { id }, now }: Scene,
    action: AuditAction,
    person: EmployeeId,
    grantOf: GrantId,
    ending?: Ending,
  ) => noteAs(tx, id, now, action, person, grantOf, ending);

  const noteAs = (
    tx: Writer,
    actor: string,
    at: Date,
    action: AuditAction,
    person: EmployeeId,
    grantOf: GrantId,
    ending?: Ending,
  ): Promise<void> =>
    audit.record(tx, {
      at,
      actor,
      action,
      subject: person,
      detail: { role: 'stress_admin', grant: grantOf, ...(ending === undefined ? {} : { ending }) },
    });

  /** Null for whoever is neither an HR administrator nor has a grant. */
  async function card(scene: Scene, notice: string | null) {
    const grants = await counted(store.db);
    const isAdmin = scene.person.roles.has('hr_admin');
    const seen = isAdmin ? grants : grants.filter(({ person }) => person === scene.person.id);
    if (!isAdmin && seen.length === 0) return null;
    const viewer: Viewer = isAdmin ? { kind: 'admin', id: scene.person.id } : { kind: 'holder' };
    const candidates = await candidatesOf(scene, seen, isAdmin);
    return grantsView({ candidates, viewer, notice, locale: scene.locale });
  }

  async function candidatesOf(
    scene: Scene,
    grants: readonly Grant[],
    withNominees: boolean,
  ): Promise<readonly Candidate[]> {
    const nominees = await directory.nominees(store.db, 'stress_admin', scene.today);
    const nameOf = async (id: EmployeeId) =>
      (await directory.byId(store.db, id, scene.today))?.name ?? String(id);
    const withGrant = await Promise.all(
      grants.map(async (one): Promise<Candidate> => {
        const nominee = nominees.find(({ person }) => person.id === one.person);
        const person = nominee?.person ?? (await directory.byId(store.db, one.person, scene.today));
        return {
          id: one.person,
          name: person?.name ?? one.person,
          section: person?.section ?? '',
          isNominated: nominee !== undefined,
          hasAccount: (person?.aadObjectId ?? null) !== null,
          sameAccount: person?.aadObjectId === one.account,
          authority: nominee?.authority ?? null,
          grant: one,
          by: await nameOf(one.status.kind === 'standing' ? one.status.grantedBy : one.proposedBy),
        };
      }),
    );
    const others = withNominees
      ? nominees
          .filter(({ person }) => !grants.some((one) => one.person === person.id))
          .map(
            ({ person, authority }): Candidate => ({
              id: person.id,
              name: person.name,
              section: person.section,
              isNominated: true,
              hasAccount: person.aadObjectId !== null,
              sameAccount: true,
              authority,
              grant: null,
              by: '',
            }),
          )
      : [];
    return [...withGrant, ...others];
  }

  /** 「役割の付与」「ストレスチェック担当者」 */
  async function show(scene: Scene): Promise<readonly Message[]> {
    const view = await card(scene, null);
    if (view === null) return [{ kind: 'text', text: grantsTexts(scene.locale).refusal['admins-only'] }];
    return [{ kind: 'card', card: grantsCard.render(view), summary: view.fallback }];
  }

  async function answer(scene: Scene, said: string | null): Promise<Reply> {
    const view = await card(scene, said);
    if (view === null) {
      const text = said ?? grantsTexts(scene.locale).refusal['admins-only'];
      return replyToInvoke({ kind: 'notice', text });
    }
    return replyToInvoke({ kind: 'card', card: grantsCard.render(view) });
  }

  async function act(scene: Scene, action: GrantsAction): Promise<Reply> {
    const t = grantsTexts(scene.locale);
    const say = (outcome: Done | Refusal): string =>
      outcome in t.done ? t.done[outcome as Done] : t.refusal[outcome as Refusal];
    switch (action.verb) {
      case 'grants.propose':
        return answer(scene, say(await propose(scene, action.person)));
      case 'grants.grant':
        return answer(scene, say(await grant(scene, action.id)));
      case 'grants.end':
        return answer(scene, say(await end(scene, action.id)));
      case 'grants.refresh':
        return answer(scene, null);
      default:
        return action satisfies never;
    }
  }

  return { show, act, lapse };
}

export type Grants = ReturnType<typeof createGrants>;

/** Why the roster's candidate cannot have the role today; null: nothing against it. */
function refusalOf(nominee: Nominee | null): Refusal | null {
  if (nominee === null) return 'no-account';
  return nominee.authority === null ? null : 'authority';
}
