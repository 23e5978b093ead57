import { asMessage, notice } from '../../cards/replies';
import { dayOf } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { AttachedFile, Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import { isHr, type Scene } from '../directory';
import { createCallFlow } from './call-flow';
import { createCallSource } from './call-source';
import { createCheckInFlow } from './check-in-flow';
import { isOfExchange, verbIn } from './exchange-actions';
import { createExchangeFlow } from './exchange-flow';
import { createExchangeSource } from './exchange-source';
import { createExpiry } from './expiry';
import { createGoalFlow } from './goal-flow';
import {
  type HrAction,
  type HrDialog,
  type HrSubmission,
  type OwnAction,
  type OwnDialog,
  type OwnSubmission,
  type Parsed,
  parseMentoringAction,
  parseMentoringDialog,
  parseMentoringSubmission,
} from './mentoring-actions';
import { listCard } from './mentoring-cards';
import type { MentoringNeeds } from './mentoring-needs';
import { type MentoringWish, readMentoringRequest, requestWished } from './mentoring-reader';
import type { MentoringRequest } from './mentoring-request';
import { mentoringTexts } from './mentoring-texts';
import { createOwnFlow } from './own-flow';
import { nobodyView } from './own-view';
import { createPairFlow } from './pair-flow';
import { createPairForm } from './pair-form';
import { createPairImport } from './pair-import';
import { livePairs } from './pair-store';
import { pairTexts } from './pair-texts';
import { createRecordsFlow } from './records-flow';
import { createRefresh } from './refresh';
import { createMentoringSource } from './reminder-source';
import { createSummaryFlow } from './summary-flow';

/** メンター・メンティ: pairs by HR, check-ins that belong to the two, calls for help, goals. */
export function createMentoring(needs: MentoringNeeds) {
  const pairs = createPairFlow(needs);
  const forms = createPairForm(needs, pairs);
  const imports = createPairImport(needs, pairs);
  const own = createOwnFlow(needs);
  const checkIns = createCheckInFlow(needs);
  const records = createRecordsFlow(needs);
  const goals = createGoalFlow(needs, checkIns);
  const calls = createCallFlow(needs);
  const summary = createSummaryFlow(needs);
  const exchanges = createExchangeFlow(needs, checkIns);

  const orNone = ({ locale }: Scene, messages: readonly Message[]): readonly Message[] =>
    messages.length > 0 ? messages : [asMessage(listCard, nobodyView(locale))];

  /** Answers a text of who may see what it asks for. */
  async function answer(scene: Scene, request: MentoringRequest): Promise<readonly Message[]> {
    switch (request.kind) {
      case 'who':
      case 'next':
      case 'talked':
      case 'record':
        return [await own.answer(scene, request)];
      case 'goals':
        return [await own.answer(scene, { kind: 'who' })];
      case 'help':
      case 'change':
        return orNone(scene, await calls.message(scene, request.kind));
      case 'summary':
        return orNone(scene, await summary.messages(scene));
      case 'exchange':
        return [await exchanges.message(scene)];
      case 'manage':
        return isHr(scene.person)
          ? [await pairs.message(scene)]
          : [{ kind: 'text', text: pairTexts(scene.locale).hrOnly }];
      default:
        return request satisfies never;
    }
  }

  /** What belongs to a pair is decided by the flow that looks the pair up; what is HR's, here. */
  async function asWhoMay<Own, Hr>(
    scene: Scene,
    parsed: Parsed<Own, Hr> | null,
    ofPair: (action: Own) => Promise<Reply> | Reply,
    ofHr: (action: Hr) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    const t = mentoringTexts(scene.locale);
    if (parsed === null) return notice(t.old);
    if (!scene.turn.personal) return notice(t.onlyPersonal);
    if (parsed.by === 'own') return ofPair(parsed.action);
    return isHr(scene.person) ? ofHr(parsed.action) : notice(pairTexts(scene.locale).hrOnly);
  }

  /** Who comes to a meeting of mentors is nobody's business in a group. */
  const ownChat = (scene: Scene, work: () => Promise<Reply>): Promise<Reply> =>
    scene.turn.personal ? work() : Promise.resolve(notice(mentoringTexts(scene.locale).onlyPersonal));

  function actOwn(scene: Scene, action: OwnAction): Promise<Reply> {
    switch (action.verb) {
      case 'mentoring.mine':
        return own.mine(scene);
      case 'mentoring.help':
        return calls.choose(scene, action.pair, 'help');
      case 'mentoring.askChange':
        return calls.choose(scene, action.pair, 'change');
      case 'mentoring.call':
        return calls.raise(scene, action.pair, action.kind, action.reader);
      case 'mentoring.withdraw':
        return calls.withdraw(scene, action.call);
      case 'mentoring.summary':
        return summary.show(scene, action.pair);
      default:
        return action satisfies never;
    }
  }

  function actHr(scene: Scene, action: HrAction): Promise<Reply> {
    switch (action.verb) {
      case 'mentoring.list':
        return pairs.list(scene, action.page);
      case 'mentoring.show':
        return pairs.show(scene, action.pair);
      case 'mentoring.suggest':
        return pairs.suggestions(scene, action.page, []);
      case 'mentoring.accept':
        return pairs.accept(scene, action.pairs, action.page);
      case 'mentoring.suspend':
        return pairs.suspend(scene, action.pair);
      case 'mentoring.keep':
        return pairs.keep(scene, action.pair);
      case 'mentoring.askEnd':
        return pairs.askEnd(scene, action.pair);
      case 'mentoring.end':
        return pairs.end(scene, action.pair);
      case 'mentoring.import':
        return imports.offer(scene);
      case 'mentoring.confirmImport':
        return imports.confirm(scene, action.upload);
      case 'mentoring.export':
        return pairs.exported(scene);
      default:
        return action satisfies never;
    }
  }

  function openOwn(scene: Scene, action: OwnDialog): Promise<Reply> {
    switch (action.verb) {
      case 'mentoring.write':
        return checkIns.open(scene, action);
      case 'mentoring.records': {
        const { from, number, page } = action;
        return records.open(scene, action.pair, from === null ? page : { from, number });
      }
      case 'mentoring.goals':
        return goals.open(scene, action.pair);
      default:
        return action satisfies never;
    }
  }

  function openHr(scene: Scene, action: HrDialog): Promise<Reply> | Reply {
    switch (action.verb) {
      case 'mentoring.newPair':
        return forms.openNew(scene);
      case 'mentoring.pickMentor':
        return forms.openMentor(scene, action.mentee);
      case 'mentoring.changePair':
        return forms.openChange(scene, action.pair);
      case 'mentoring.paste':
        return imports.openPaste(scene);
      default:
        return action satisfies never;
    }
  }

  function submitOwn(scene: Scene, action: OwnSubmission, data: unknown): Promise<Reply> {
    switch (action.verb) {
      case 'mentoring.save':
        return checkIns.save(scene, action, action, data);
      case 'mentoring.turnRecords':
        return records.open(scene, action.pair, action.page);
      case 'mentoring.editRecord':
        return checkIns.open(scene, action);
      case 'mentoring.showRecord':
        return records.open(scene, action.pair, action);
      case 'mentoring.history':
        return records.history(scene, action, action.version);
      case 'mentoring.saveGoals':
        return goals.save(scene, action.pair, action, data);
      default:
        return action satisfies never;
    }
  }

  function submitHr(scene: Scene, action: HrSubmission, data: unknown): Promise<Reply> {
    switch (action.verb) {
      case 'mentoring.pickMentee':
        return forms.picked(scene, data);
      case 'mentoring.savePair':
        return forms.saveNew(scene, action.mentee, data);
      case 'mentoring.saveChange':
        return forms.saveChange(scene, action.pair, data);
      case 'mentoring.importPasted':
        return imports.importPasted(scene, action.f_text);
      default:
        return action satisfies never;
    }
  }

  return {
    /** What a text asks of mentoring; null when nothing. */
    read: (text: string, scene: Pick<Scene, 'now'>): MentoringRequest | null =>
      readMentoringRequest(text, dayOf(scene.now), needs.calendar()),
    /** As `read`, where it is known already what is wanted. */
    requestWished: (wish: MentoringWish, text: string, scene: Pick<Scene, 'now'>): MentoringRequest =>
      requestWished(wish, text, dayOf(scene.now), needs.calendar()),
    answer,
    act: (scene: Scene, verb: string, data: unknown): Promise<Reply> =>
      isOfExchange(verb)
        ? ownChat(scene, () => exchanges.act(scene, verb, data))
        : asWhoMay<OwnAction, HrAction>(
            scene,
            parseMentoringAction(verb, data),
            (action) => actOwn(scene, action),
            (action) => actHr(scene, action),
          ),
    openDialog: (scene: Scene, data: unknown): Promise<Reply> =>
      isOfExchange(verbIn(data))
        ? ownChat(scene, () => exchanges.openDialog(scene, data))
        : asWhoMay<OwnDialog, HrDialog>(
            scene,
            parseMentoringDialog(data),
            (action) => openOwn(scene, action),
            (action) => openHr(scene, action),
          ),
    submitDialog: (scene: Scene, data: unknown): Promise<Reply> =>
      isOfExchange(verbIn(data))
        ? ownChat(scene, () => exchanges.submitDialog(scene, data))
        : asWhoMay<OwnSubmission, HrSubmission>(
            scene,
            parseMentoringSubmission(data),
            (action) => submitOwn(scene, action, data),
            (action) => submitHr(scene, action, data),
          ),
    /** A file in chat that was announced as a list of pairs; null when it was not. */
    receiveFiles: (scene: Scene, files: readonly AttachedFile[]): Promise<Reply | null> =>
      imports.receive(scene, files),
    refresh: createRefresh(needs),
    expire: createExpiry(needs),
    /** Who has a mentor or a mentee. */
    peopleInPairs: async (reader: Reader): Promise<ReadonlySet<EmployeeId>> =>
      new Set((await livePairs(reader)).flatMap(({ mentee, mentor }) => [mentee, mentor])),
    sources: [
      createMentoringSource(needs, pairs, (scene) => own.answer(scene, { kind: 'who' })),
      createExchangeSource(needs, exchanges),
      createCallSource(needs, async (scene, call) => orNone(scene, await calls.message(scene, call.kind))),
    ] as const,
  };
}

export type Mentoring = ReturnType<typeof createMentoring>;
