import { z } from 'zod';
import { dayOf } from '../../core/calendar/day';
import { type Message, type Reply, replyToInvoke, replyWith, silence, type Turn } from '../../core/turn';
import { answersTexts, parseAnswersAction, readAnswer, sensitiveTexts, severalQuestions } from '../answers';
import { mayReadAudit } from '../audit';
import type { CourseQuery, PersonalQuery } from '../catalogue';
import { isHr, type Scene } from '../directory';
import type { EnrolmentRequest } from '../enrolment';
import { parseGrantsAction } from '../grants';
import { parseInquiriesAction } from '../inquiries';
import { parseRemindersAction } from '../reminders';
import type { ChatNeeds } from './chat-needs';
import { chatTexts } from './chat-texts';
import { createFollowUps } from './follow-ups';
import { menuCard, menuView, saidBy } from './menu-card';
import { createRequests } from './requests';
import { isKnown, isPrivate, isQuestion, mayBeAbout, standsAlone, type Understood } from './understood';
import { createIntentReader } from './wishes';

/** A feature whose cards have buttons. It decides for itself who may do what. */
interface Actor {
  act(scene: Scene, verb: string, data: unknown): Promise<Reply> | Reply;
  openDialog?(scene: Scene, data: unknown): Promise<Reply>;
  submitDialog?(scene: Scene, data: unknown): Promise<Reply>;
}

/** Takes every turn to the feature that answers it. Who acts is looked up anew each time; nothing in a card is trusted. */
export function createChat(needs: ChatNeeds) {
  const { store, answers, catalogue, inquiries, editing, reminders } = needs;
  const readIntent = createIntentReader(needs);
  const request = createRequests(needs);
  const followUps = createFollowUps(needs);

  async function handle(turn: Turn): Promise<Reply> {
    const now = needs.clock.now();
    const today = dayOf(now);
    const t = chatTexts(turn.locale);
    const person =
      turn.sender === null ? null : await needs.directory.byAadObjectId(store.db, turn.sender, today);
    if (person === null) return refuse(turn, withUrgent(turn, t.unknownPerson));
    if (!(await needs.launch.answers(person))) return refuse(turn, withUrgent(turn, t.notLive));
    return answerTurn({ person, now, today, locale: turn.locale, turn }, turn);
  }

  /** Whoever is in danger is told whom to call, also where nothing else may be answered. */
  function withUrgent({ inbound, locale }: Turn, refusal: string): string {
    const isUrgent = inbound.kind === 'message' && needs.suspect(inbound.text)(1) !== null;
    return isUrgent ? `${sensitiveTexts(locale).urgent}\n\n${refusal}` : refusal;
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
      case 'reaction':
        return reaction(scene, inbound.to);
      case 'installed':
        return installed(scene);
      default:
        return inbound satisfies never;
    }
  }

  async function reaction(scene: Scene, to: string): Promise<Reply> {
    const answer = await needs.announcements.reacted(scene, to);
    return answer === null ? silence : replyWith(answer);
  }

  /** A welcome of one's own says what the menu would; into a channel the bot says nothing by itself. */
  async function installed(scene: Scene): Promise<Reply> {
    const isWelcomed = !scene.turn.personal || (await needs.welcomes.arrived(scene.person, scene.now));
    return isWelcomed ? silence : replyWith(menu(scene));
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
  async function read(scene: Scene, written: string): Promise<Understood> {
    const text = saidBy(written);
    const mentoring = needs.mentoring.read(text, scene);
    if (mentoring !== null && needs.recognise(text) === null)
      return { kind: 'mentoring', request: mentoring };
    return readAnswer<CourseQuery, PersonalQuery, EnrolmentRequest, Understood>(text, scene, {
      suspect: needs.suspect,
      catalogue,
      enrolment: needs.enrolments,
      intent: (question) => readIntent(question, scene),
      knowledge: await needs.knowledge(),
    });
  }

  async function message(
    scene: Scene,
    { text, replyTo }: { readonly text: string; readonly replyTo?: string },
  ): Promise<Reply> {
    const first = await read(scene, text);
    const several = first.kind === 'sensitive' ? null : await eachOf(scene, text);
    if (several !== null) return replyWith(...several);
    const answer = followUps.inContext(scene, text, first);
    if (!scene.turn.personal && isPrivate(answer)) {
      return replyWith({ kind: 'text', text: chatTexts(scene.locale).onlyPersonal });
    }
    const points = answer.kind === 'follow-up' && !followUps.isFresh(scene);
    if (replyTo === undefined && scene.turn.personal && (isQuestion(answer) || points)) {
      const due = await reminders.dueOf(scene, text);
      if (due !== null) return replyWith(due);
    }
    // What is suspected only because nothing else answers may be answered by what was just announced.
    const isSuspected = answer.kind === 'sensitive';
    const about =
      points || mayBeAbout(answer, () => needs.suspect(text)(ANSWERED_BY_ANNOUNCEMENT) === null)
        ? await needs.announcements.about(scene, text, {
            replyTo: replyTo ?? null,
            isAnswered: isKnown(answer),
            mustFit: isSuspected,
          })
        : null;
    if (about !== null) return replyWith(about);
    const messages = await write(scene, text, answer);
    followUps.noteAnswer(scene, answer);
    return replyWith(...messages);
  }

  /** Several questions at once, one answer each; null where the text is one, or where not all can be answered. */
  async function eachOf(scene: Scene, text: string): Promise<readonly Message[] | null> {
    const questions = scene.turn.personal ? severalQuestions(text) : [];
    const answers = await Promise.all(questions.map((question) => read(scene, question)));
    if (answers.length === 0 || !answers.every(standsAlone)) return null;
    const messages: Message[] = [];
    for (const [at, question] of questions.entries()) {
      const answer = answers[at];
      if (answer !== undefined) messages.push(...(await write(scene, question, answer)));
    }
    return messages;
  }

  async function write(scene: Scene, text: string, answer: Understood): Promise<readonly Message[]> {
    switch (answer.kind) {
      case 'empty':
        return [{ kind: 'text', text: answersTexts(scene.locale).empty }];
      case 'sensitive':
        return [await answers.desks(scene, answer.topic, answer.entries)];
      case 'help':
        return [menu(scene)];
      case 'smalltalk':
        return [{ kind: 'text', text: answersTexts(scene.locale).smalltalk[answer.which] }];
      case 'follow-up':
        return [await followUps.answer(scene, text, answer.followUp)];
      case 'action':
        return request(scene, answer.action, text);
      case 'enrolment':
        return [await enrolment(scene, answer.request)];
      case 'mentoring':
        return needs.mentoring.answer(scene, answer.request);
      case 'personal':
        return [(await catalogue.personal(scene, answer.query)).message];
      case 'course':
        return [(await catalogue.course(scene, answer.id)) ?? answers.unknown(scene, text, [])];
      case 'courses':
        return [(await catalogue.answer(scene, answer.query)).message];
      case 'answer':
        return [await answers.answer(scene, text, answer.entries, answer.mayNeedDesks)];
      case 'candidates':
        return [answers.candidates(scene, text, answer.entries, answer.mayNeedDesks)];
      case 'unknown':
        return [answers.unknown(scene, text, answer.entries)];
      default:
        throw new Error(answer satisfies never);
    }
  }

  /** What is on the screen is what one applies for, unless the text names something else. */
  async function enrolment(scene: Scene, wanted: EnrolmentRequest): Promise<Message> {
    const pointed = wanted.kind === 'apply' ? await followUps.apply(scene, wanted.about) : null;
    return pointed ?? needs.enrolments.answer(scene, wanted);
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
    if (!automatic) followUps.noteTap(scene, verb, data);
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

/** How surely a line of an announcement answers what points at it; see the recogniser of sensitive matters. */
const ANSWERED_BY_ANNOUNCEMENT = 0.6;

/** No data for strangers: a text for a message, a notice for a tap. */
function refuse(turn: Turn, text: string): Reply {
  switch (turn.inbound.kind) {
    case 'message':
      return replyWith({ kind: 'text', text });
    // An organisation may install the bot for everybody before the launch.
    case 'installed':
    case 'reaction':
      return silence;
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
