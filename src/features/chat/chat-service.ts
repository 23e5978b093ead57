import { z } from 'zod';
import { dayOf } from '../../core/calendar/day';
import type { Clock } from '../../core/clock';
import { type Message, type Reply, replyToInvoke, replyWith, silence, type Turn } from '../../core/turn';
import type { Store } from '../../db/open';
import type { Announcements } from '../announcements';
import {
  type AnswersReplies,
  answersTexts,
  type Knowledge,
  parseAnswersAction,
  type RequestedAction,
  readAnswer,
} from '../answers';
import { type AuditReading, mayReadAudit } from '../audit';
import type { Campaigns } from '../campaigns';
import type { Catalogue, CourseQuery, PersonalQuery } from '../catalogue';
import { type Directory, isHr, type Scene } from '../directory';
import type { Editing } from '../editing';
import type { EnrolmentRequest, Enrolments } from '../enrolment';
import { type Grants, parseGrantsAction } from '../grants';
import { type Inquiries, parseInquiriesAction } from '../inquiries';
import type { IntentRecogniser } from '../intents';
import type { Launch } from '../launch';
import type { Mentoring } from '../mentoring';
import type { Polls } from '../polls';
import type { Progress } from '../progress';
import { parseRemindersAction, type Reminders } from '../reminders';
import type { SensitiveTopic } from '../sensitive';
import type { StressCheck } from '../stress-check';
import type { ThanksFeature } from '../thanks';
import { chatTexts } from './chat-texts';
import { improvementsText } from './improvements';
import { menuCard, menuView } from './menu-card';
import type { Understood } from './understood';
import { createWishReader } from './wishes';

export interface ChatNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly knowledge: () => Promise<Knowledge>;
  readonly recognise: (text: string) => SensitiveTopic | null;
  readonly suspect: (text: string, answered: number) => SensitiveTopic | null;
  readonly intent: IntentRecogniser;
  readonly answers: AnswersReplies;
  readonly catalogue: Catalogue;
  readonly inquiries: Inquiries;
  readonly editing: Editing;
  readonly launch: Launch;
  readonly enrolments: Enrolments;
  readonly announcements: Announcements;
  readonly campaigns: Campaigns;
  readonly mentoring: Mentoring;
  readonly reminders: Reminders;
  readonly grants: Grants;
  readonly stressCheck: StressCheck;
  readonly polls: Polls;
  readonly thanks: ThanksFeature;
  readonly progress: Progress;
  readonly audit: AuditReading;
}

/** A feature whose cards have buttons. It decides for itself who may do what. */
interface Actor {
  act(scene: Scene, verb: string, data: unknown): Promise<Reply> | Reply;
  openDialog?(scene: Scene, data: unknown): Promise<Reply>;
  submitDialog?(scene: Scene, data: unknown): Promise<Reply>;
}

/** Takes every turn to the feature that answers it. Who acts is looked up anew each time; nothing in a card is trusted. */
export function createChat(needs: ChatNeeds) {
  const { store, answers, catalogue, inquiries, editing, reminders } = needs;
  const readWish = createWishReader(needs);

  async function handle(turn: Turn): Promise<Reply> {
    const now = needs.clock.now();
    const today = dayOf(now);
    const t = chatTexts(turn.locale);
    const person =
      turn.sender === null ? null : await needs.directory.byAadObjectId(store.db, turn.sender, today);
    if (person === null) return refuse(turn, t.unknownPerson);
    if (!(await needs.launch.answers(person))) return refuse(turn, t.notLive);
    return answerTurn({ person, now, today, locale: turn.locale, turn }, turn);
  }

  function answerTurn(scene: Scene, turn: Turn): Promise<Reply> | Reply {
    const { inbound } = turn;
    switch (inbound.kind) {
      case 'message':
        return inbound.files.length > 0 ? files(scene, inbound.files) : message(scene, inbound);
      case 'action':
        return act(scene, inbound.verb, inbound.data, inbound.automatic);
      case 'dialog-open':
        return openDialog(scene, inbound.data);
      case 'dialog-submit':
        return submitDialog(scene, inbound.data);
      case 'search':
        return catalogue.searchForSharing(scene, inbound.text, inbound.skip, inbound.count);
      case 'installed':
        return replyWith(menu(scene));
      default:
        return inbound satisfies never;
    }
  }

  async function files(
    scene: Scene,
    given: Extract<Turn['inbound'], { kind: 'message' }>['files'],
  ): Promise<Reply> {
    const announced =
      (await needs.campaigns.receiveFiles(scene, given)) ??
      (await needs.mentoring.receiveFiles(scene, given));
    if (announced !== null) return announced;
    if (!isHr(scene.person)) return replyWith({ kind: 'text', text: chatTexts(scene.locale).filesForHr });
    return editing.receiveFiles(scene, given);
  }

  /** What a text asks for, decided in one place for the chat and for the command line. */
  async function read(scene: Scene, text: string): Promise<Understood> {
    const mentoring = needs.mentoring.read(text, scene);
    if (mentoring !== null && needs.recognise(text) === null)
      return { kind: 'mentoring', request: mentoring };
    return readAnswer<CourseQuery, PersonalQuery, EnrolmentRequest, Understood>(text, scene, {
      suspect: needs.suspect,
      catalogue,
      enrolment: needs.enrolments,
      wish: (question) => readWish(question, scene),
      ours: (question) => needs.intent(question).ours,
      knowledge: await needs.knowledge(),
    });
  }

  async function message(
    scene: Scene,
    { text, replyTo }: { readonly text: string; readonly replyTo?: string },
  ): Promise<Reply> {
    const answer = await read(scene, text);
    if (!scene.turn.personal && isPrivate(answer)) {
      return replyWith({ kind: 'text', text: chatTexts(scene.locale).onlyPersonal });
    }
    // What is suspected only because nothing else answers may be answered by what was just announced.
    const isSuspected = answer.kind === 'sensitive';
    const about = mayBeAbout(answer, () => needs.suspect(text, ANSWERED_BY_ANNOUNCEMENT) === null)
      ? await needs.announcements.about(scene, text, {
          replyTo: replyTo ?? null,
          isAnswered: isKnown(answer),
          mustFit: isSuspected,
        })
      : null;
    return replyWith(...(about === null ? await write(scene, text, answer) : [about]));
  }

  async function write(scene: Scene, text: string, answer: Understood): Promise<readonly Message[]> {
    switch (answer.kind) {
      case 'empty':
        return [{ kind: 'text', text: answersTexts(scene.locale).empty }];
      case 'sensitive':
        return [await answers.desks(scene, answer.topic)];
      case 'help':
        return [menu(scene)];
      case 'smalltalk':
        return [{ kind: 'text', text: answersTexts(scene.locale).smalltalk[answer.which] }];
      case 'action':
        return request(scene, answer.action, text);
      case 'enrolment':
        return [await needs.enrolments.answer(scene, answer.request)];
      case 'mentoring':
        return needs.mentoring.answer(scene, answer.request);
      case 'personal':
        return [(await catalogue.personal(scene, answer.query)).message];
      case 'courses':
        return [(await catalogue.answer(scene, answer.query)).message];
      case 'answer':
        return [await answers.answer(scene, text, answer.entries)];
      case 'candidates':
        return [answers.candidates(scene, text, answer.entries)];
      case 'unknown':
        return [await answers.unknown(scene, text, answer.entries)];
      default:
        throw new Error(answer satisfies never);
    }
  }

  async function request(scene: Scene, action: RequestedAction, text: string): Promise<readonly Message[]> {
    const t = chatTexts(scene.locale);
    switch (action) {
      case 'ask_hr':
        return [await inquiries.preview(scene, '')];
      case 'show_desks':
        return [await answers.desks(scene, 'any')];
      case 'audit_log':
        return mayReadAudit(scene.person) ? needs.audit.show(scene) : [{ kind: 'text', text: t.auditorOnly }];
      case 'reminder_settings':
        return [await reminders.settings(scene)];
      case 'role_grants':
        return needs.grants.show(scene);
      case 'own_stress_check':
        return [await needs.stressCheck.ownStatus(scene)];
      case 'stress_check_rates':
        return needs.stressCheck.rates(scene);
      case 'stress_check_progress':
        return stressCheckProgress(scene);
      case 'campaign_progress':
        return [await needs.progress.show(scene)];
      case 'section_progress':
        return [await needs.progress.showSection(scene)];
      case 'record_for_others':
        return [await needs.progress.showRecording(scene)];
      case 'progress_csv':
        return [await needs.progress.showCsv(scene)];
      case 'manage_campaigns':
        return needs.campaigns.manage(scene);
      case 'announce':
        return needs.announcements.manage(scene);
      case 'announcement_status':
        return needs.announcements.status(scene);
      case 'recent_announcements':
        return [await needs.announcements.received(scene)];
      case 'manage_polls':
        return needs.polls.manage(scene);
      case 'send_thanks':
        return [await needs.thanks.begin(scene, text)];
      case 'shared_thanks':
        return [await needs.thanks.gallery(scene)];
      case 'list_due':
        return [await reminders.listOpen(scene, text)];
      case 'list_unreachable':
        return [await reminders.listUnreachable(scene)];
      case 'snooze':
        return [await reminders.snoozeLast(scene, text)];
      case 'list_inquiries':
      case 'import_data':
      case 'edit_data':
      case 'confirm_data':
      case 'undo_change':
      case 'improvement_list':
      case 'launch':
        return isHr(scene.person) ? requestOfHr(scene, action) : [{ kind: 'text', text: t.hrOnly }];
      default:
        throw new Error(action satisfies never);
    }
  }

  /** Who has taken it, for who runs it; for everybody else what was published, at most. */
  async function stressCheckProgress(scene: Scene): Promise<readonly Message[]> {
    const own = await needs.progress.stressCheck(scene);
    return own === null ? needs.stressCheck.rates(scene) : [own];
  }

  async function requestOfHr(
    scene: Scene,
    action: Extract<
      RequestedAction,
      | 'list_inquiries'
      | 'import_data'
      | 'edit_data'
      | 'confirm_data'
      | 'undo_change'
      | 'improvement_list'
      | 'launch'
    >,
  ): Promise<readonly Message[]> {
    switch (action) {
      case 'list_inquiries':
        return inquiries.list(scene);
      case 'improvement_list':
        return [{ kind: 'text', text: await improvementsText(store.db, scene) }];
      case 'launch':
        return needs.launch.show(scene);
      case 'import_data':
      case 'edit_data':
      case 'confirm_data':
      case 'undo_change':
        return editing.start(scene, action);
      default:
        throw new Error(action satisfies never);
    }
  }

  /** Each feature by the first part of its verbs. */
  const actors: Readonly<Record<string, Actor>> = {
    answers: {
      act(scene, verb, data) {
        const action = parseAnswersAction(verb, data);
        return action === null ? old(scene) : answers.act(scene, action);
      },
    },
    inquiries: {
      act(scene, verb, data) {
        const action = parseInquiriesAction(verb, data);
        return action === null ? old(scene) : inquiries.act(scene, action);
      },
    },
    reminders: {
      act(scene, verb, data) {
        const action = parseRemindersAction(verb, data);
        return action === null ? old(scene) : reminders.act(scene, action);
      },
    },
    catalogue: { act: catalogue.handle },
    enrolment: needs.enrolments,
    campaigns: needs.campaigns,
    announcements: needs.announcements,
    polls: needs.polls,
    pulse: needs.polls,
    thanks: needs.thanks,
    mentoring: needs.mentoring,
    stressCheck: needs.stressCheck,
    progress: needs.progress,
    editing: {
      act: (scene, verb, data) =>
        isHr(scene.person) ? editing.act(scene, verb, data) : notice(chatTexts(scene.locale).hrOnly),
      openDialog: editing.openDialog,
      submitDialog: editing.submitDialog,
    },
    launch: needs.launch,
    grants: {
      act(scene, verb, data) {
        const action = parseGrantsAction(verb, data);
        return action === null ? old(scene) : needs.grants.act(scene, action);
      },
    },
    audit: {
      act: (scene, verb, data) =>
        mayReadAudit(scene.person)
          ? needs.audit.act(scene, verb, data)
          : notice(chatTexts(scene.locale).auditorOnly),
    },
  };
  const actorFor = (verb: string): Actor | null => {
    const [feature = ''] = verb.split('.');
    return Object.hasOwn(actors, feature) ? (actors[feature] ?? null) : null;
  };

  async function act(scene: Scene, verb: string, data: unknown, automatic: boolean): Promise<Reply> {
    const actor = actorFor(verb);
    if (actor !== null) return actor.act(scene, verb, data);
    return automatic ? silence : old(scene);
  }

  const openDialog = async (scene: Scene, data: unknown): Promise<Reply> =>
    actorFor(verbOf(data))?.openDialog?.(scene, data) ?? old(scene);

  const submitDialog = async (scene: Scene, data: unknown): Promise<Reply> =>
    actorFor(verbOf(data))?.submitDialog?.(scene, data) ?? old(scene);

  const menu = (scene: Scene): Message => {
    const view = menuView(scene.person, scene.locale);
    return { kind: 'card', card: menuCard.render(view), summary: view.fallback };
  };

  /** What a text is answered, without a turn of its own: for HR, who want to see what an employee sees. */
  const ask = async (scene: Scene, text: string): Promise<readonly Message[]> =>
    (await message(scene, { text })).messages;

  return { handle, read, ask };
}

export type Chat = ReturnType<typeof createChat>;

const verbed = z.object({ verb: z.string() });
const verbOf = (data: unknown): string => verbed.safeParse(data).data?.verb ?? '';

const notice = (text: string): Reply => replyToInvoke({ kind: 'notice', text });
const old = (scene: Scene): Reply => notice(chatTexts(scene.locale).oldCard);

/** Not what asks for something of its own: a question to which an announcement just received may be the answer. */
const mayBeAbout = ({ kind }: Understood, isHarmless: () => boolean): boolean =>
  kind === 'answer' ||
  kind === 'candidates' ||
  kind === 'unknown' ||
  kind === 'courses' ||
  (kind === 'sensitive' && isHarmless());
/** How surely a line of an announcement answers what points at it; see the recogniser of sensitive matters. */
const ANSWERED_BY_ANNOUNCEMENT = 0.6;
const isKnown = ({ kind }: Understood): boolean => kind !== 'unknown' && kind !== 'candidates';

/** Shown to its asker alone, even where others read along. */
const isPrivate = ({ kind }: Understood): boolean =>
  kind === 'mentoring' ||
  kind === 'sensitive' ||
  kind === 'personal' ||
  kind === 'enrolment' ||
  kind === 'action';

/** No data for strangers: a text for a message, a notice for a tap. */
function refuse(turn: Turn, text: string): Reply {
  switch (turn.inbound.kind) {
    case 'message':
    case 'installed':
      return replyWith({ kind: 'text', text });
    case 'search':
      return replyToInvoke({ kind: 'search-results', results: [] });
    case 'action':
    case 'dialog-open':
    case 'dialog-submit':
      return notice(text);
    default:
      return turn.inbound satisfies never;
  }
}
