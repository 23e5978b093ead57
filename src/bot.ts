import { randomInt, randomUUID } from 'node:crypto';
import { announcementPorts } from './announcement-ports';
import { type BusinessCalendar, createBusinessCalendar } from './core/calendar/business-calendar';
import { dayOf } from './core/calendar/day';
import type { Clock } from './core/clock';
import { derived } from './core/derived';
import {
  announcementId,
  campaignId,
  channelId,
  enrolmentId,
  inquiryId,
  pollId,
  surveyId,
  thanksId,
} from './core/ids';
import { type Log, silentLog } from './core/log';
import { refreshed } from './core/refreshed';
import type { Message } from './core/turn';
import { type Reader, type Store, whileUnwritten } from './db/open';
import { type AbsenceReason, createOutbox, type Messenger, type Outbox } from './delivery';
import { type Announcements, createAnnouncements } from './features/announcements';
import { CONFIDENCE, createAnswersReplies, desksFor, type Knowledge } from './features/answers';
import { createAudit, createAuditReading } from './features/audit';
import { type Campaigns, createCampaigns } from './features/campaigns';
import { type Catalogue, createCatalogue, matchByIndex } from './features/catalogue';
import { type Chat, createChat } from './features/chat';
import { createDirectory, type Directory, type Scene } from './features/directory';
import { createEditing, createFaqWriter } from './features/editing';
import { createEnrolments, type Enrolments } from './features/enrolment';
import { dropExpiredFiles } from './features/file-links';
import { createGrants, createStandingGrants, grantId } from './features/grants';
import { createInquiries } from './features/inquiries';
import { createIntentRecogniser } from './features/intents';
import { createLaunch, createLaunchGate, createWelcomes, mayPublish } from './features/launch';
import { createMentoring, type Mentoring } from './features/mentoring';
import { createPolls } from './features/polls';
import { createProgress } from './features/progress';
import {
  createReminders,
  digestId,
  type ReminderSource,
  type Reminders,
  type SweepReport,
} from './features/reminders';
import { createRetention } from './features/retention';
import { createSensitiveRecogniser, type SensitiveTopic, type Suspicion } from './features/sensitive';
import { createStressCheck } from './features/stress-check';
import { createThanks } from './features/thanks';
import {
  buildCourseIndex,
  buildCourseIndexAhead,
  buildKnowledge,
  buildKnowledgeAhead,
  type KnowledgeSources,
  readinessFrom,
} from './knowledge';
import { nameRedactor } from './name-redactor';
import { createRows, type KnownRows } from './rows';

export interface BotOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Only what HR has confirmed is used for answers. */
  readonly confirmedOnly: boolean;
  /** The local sample is live from the start. */
  readonly local: boolean;
  readonly sources: KnowledgeSources;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly wakeWorker: () => void;
  /** Default: silent. */
  readonly log?: Log;
  /** What the store held once, for tests, which open the same data many times: what is still so is not read again. */
  readonly known?: KnownRows;
  /** Instead of the features' own: for tests and benches of the reminders. */
  readonly reminderSources?: readonly ReminderSource[];
}

/** Everything but transport: what the server, the command line and the tests share. */
export interface Bot {
  readonly chat: Chat;
  readonly catalogue: Catalogue;
  readonly enrolments: Enrolments;
  readonly campaigns: Campaigns;
  readonly announcements: Announcements;
  readonly mentoring: Mentoring;
  readonly directory: Directory;
  readonly outbox: Outbox;
  /** Before the publish date lets nothing out but to those who try the bot. */
  guard(messenger: Messenger): Messenger;
  readonly knowledge: () => Promise<Knowledge>;
  /** The calendar as last read; business days change rarely, and never in the middle of a decision. */
  calendarNow(): BusinessCalendar;
  /** Puts what is due now into the outbox; nothing before the launch. May be called at any time, any number of times. */
  sweep(): Promise<SweepReport>;
  /** Keeps cards that follow what is being sent up to date; cheap while nothing is. */
  watch(): Promise<void>;
  /** For the worker: why the person of a message is to get none any more; null where they are. */
  absence(dedupeKey: string): Promise<AbsenceReason | null>;
  /** Takes the roster's names out of a text. */
  redactNames(text: string): string;
  /** Builds the indexes. Messages can be taken from then on. */
  warmUp(): Promise<void>;
  /** Loads the dictionary (about 0.45 s), which the first question would otherwise wait for. */
  loadDictionary(): void;
  /** Writes what waits to be written together. */
  settle(): Promise<void>;
}

export function createBot(options: BotOptions): Bot {
  const { store, clock, sources, confirmedOnly } = options;
  const rows = createRows(store, options.known);
  const audit = createAudit();
  const directory = createDirectory(
    rows.employees,
    createStandingGrants(store, { countSamples: options.local }),
  );
  const outbox = createOutbox(clock, options.wakeWorker);

  /** As it is now; asked again only when anything was written. */
  const current = <T>(read: (reader: Reader) => Promise<T>): (() => Promise<T>) => {
    const found = whileUnwritten(store, read);
    return () => found(store.db);
  };

  type KnowledgeRows = [
    Awaited<ReturnType<typeof rows.faq>>,
    Awaited<ReturnType<typeof rows.plan>>,
    Awaited<ReturnType<typeof rows.contacts>>,
    Awaited<ReturnType<typeof rows.synonyms>>,
  ];
  const knowledgeData = (...[faq, plan, contacts, synonyms]: KnowledgeRows) => ({
    faq,
    plan,
    contacts,
    synonyms,
  });
  const knowledgeKept = refreshed({
    read: current<KnowledgeRows>(async (reader) => [
      await rows.faq(reader),
      await rows.plan(reader),
      await rows.contacts(reader),
      await rows.synonyms(reader),
    ]),
    ahead: (...known) => buildKnowledgeAhead(knowledgeData(...known), sources, confirmedOnly),
    make: (...known) => buildKnowledge(knowledgeData(...known), sources, confirmedOnly),
  });
  const knowledge = knowledgeKept.latest;

  const calendarOf = derived(createBusinessCalendar);
  let calendar = createBusinessCalendar([]);
  const holidaysNow = current(rows.holidays);
  const refreshCalendar = async (): Promise<void> => {
    calendar = calendarOf(await holidaysNow());
  };

  const afterCalendar =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await refreshCalendar();
      return work(...args);
    };

  type CourseRows = [Awaited<ReturnType<typeof rows.courses>>, Awaited<ReturnType<typeof rows.synonyms>>];
  const coursesKept = refreshed({
    read: current<CourseRows>(async (reader) => [await rows.courses(reader), await rows.synonyms(reader)]),
    ahead: (...known) => buildCourseIndexAhead(...known, sources),
    make: (...known) => buildCourseIndex(...known, sources),
  });
  const courseIndex = coursesKept.latest;
  /** Whoever changes what is searched is answered when the next question finds it; others are not kept waiting. */
  const afterIndexes =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const [knowledgeBefore, coursesBefore] = [knowledgeKept.seen(), coursesKept.seen()];
      const before = store.version();
      const done = await work(...args);
      if (store.version() === before) return done;
      await Promise.all([knowledgeKept.caughtUp(knowledgeBefore), coursesKept.caughtUp(coursesBefore)]);
      return done;
    };
  const redactorOf = derived(nameRedactor);
  let redact = (text: string): string => text;

  const recogniser = createSensitiveRecogniser(sources.sensitiveModel);
  const recognise = (text: string): SensitiveTopic | null => recogniser.recognise(text)?.topic ?? null;
  const suspect = (text: string): Suspicion => {
    const suspicion = recogniser.suspect(text);
    return (answered) => suspicion(answered)?.topic ?? null;
  };

  const intent = createIntentRecogniser(sources.intentModel);

  const answers = createAnswersReplies({
    store,
    knowledge,
    recognise,
    suspect,
    log: options.log ?? silentLog,
  });
  const sensitiveCard = async (text: string, scene: Scene): Promise<Message | null> => {
    const topic = recognise(text);
    return topic === null ? null : answers.desks(scene, topic);
  };
  const sensitiveDesks = async (topic: SensitiveTopic) => desksFor(topic, (await knowledge()).desks);
  const catalogueData = whileUnwritten(store, async (reader) => ({
    courses: await rows.courses(reader),
    offerings: await rows.offerings(reader),
    records: await rows.records(reader),
  }));
  type CatalogueRows = Awaited<ReturnType<typeof catalogueData>>;
  const confirmedCourses = derived((all: CatalogueRows['courses']) => all.filter(isConfirmed));
  const confirmedOfferings = derived((all: CatalogueRows['offerings']) => all.filter(isConfirmed));
  /** Courses and dates that people may be shown. */
  const offered = async (reader: Reader) => {
    const data = await catalogueData(reader);
    if (!confirmedOnly) return data;
    const { courses, offerings } = data;
    return { ...data, courses: confirmedCourses(courses), offerings: confirmedOfferings(offerings) };
  };
  // Courses show who has a seat, and seats are found by the courses.
  const catalogue = createCatalogue({
    data: () => catalogueData(store.db),
    offered: () => offered(store.db),
    match: matchByIndex(courseIndex),
    calendar: () => calendar,
    seatsTaken: () => enrolments.seatsTaken(),
    ownSeats: (scene) => enrolments.ownSeats(scene),
  });
  const enrolments: Enrolments = createEnrolments({
    store,
    directory,
    data: catalogueData,
    offered,
    catalogue,
    calendar: () => calendar,
    publicUrl: options.publicUrl,
    newId: () => enrolmentId.parse(randomUUID()),
  });
  const faqWriter = createFaqWriter({ clock, audit });
  const inquiries = createInquiries({
    store,
    outbox,
    audit,
    people: {
      find: (reader, id) => directory.byId(reader, id, dayOf(clock.now())),
      hrEditors: (reader) => directory.withRole(reader, 'hr_editor', dayOf(clock.now())),
    },
    sensitiveCard,
    nearestFaq: async (text) => {
      const known = await knowledge();
      const { hits, confidence } = await known.search(text, { limit: 1, private: recognise(text) !== null });
      const id = confidence >= CONFIDENCE.candidates ? hits[0]?.id : undefined;
      return id === undefined ? null : (known.entries.get(id)?.title ?? null);
    },
    faq: faqWriter,
    newId: () => inquiryId.parse(randomUUID()),
  });
  const readiness = async (reader: Reader) =>
    readinessFrom({
      contacts: await rows.contacts(reader),
      faq: await rows.faq(reader),
      courses: await rows.courses(reader),
      employees: await rows.employees(reader),
    });
  const gate = createLaunchGate({
    store,
    clock,
    directory,
    local: options.local,
    isReady: async (reader) => mayPublish(await readiness(reader)),
  });
  const launch = createLaunch({
    store,
    outbox,
    directory,
    audit,
    calendar: () => calendar,
    gate,
    local: options.local,
    readiness,
    askAsEmployee: (scene, question) =>
      chat.ask({ ...scene, person: { ...scene.person, roles: new Set(), leads: [] } }, question),
  });
  const editing = createEditing({ store, clock, audit, publicUrl: options.publicUrl });
  const stressCheck = createStressCheck({
    store,
    directory,
    audit,
    campaignCard: (scene, id, note) => campaigns.card(scene, id, note),
  });
  const campaigns = createCampaigns({
    store,
    outbox,
    directory,
    audit,
    calendar: () => calendar,
    rules: { stress_check: stressCheck.rules },
    publicUrl: options.publicUrl,
    newId: () => campaignId.parse(randomUUID()),
  });
  const progress = createProgress({
    store,
    directory,
    audit,
    calendar: () => calendar,
    publicUrl: options.publicUrl,
    unreachedFor: (viewer) => reminders.unreachedFor(viewer),
  });
  const mentoring = createMentoring({
    store,
    directory,
    audit,
    calendar: () => calendar,
    catalogue,
    // What stands in a form is about work, unless it clearly is not.
    recognise: (text) => suspect(text)(1),
    desks: sensitiveDesks,
    interviews: campaigns.interviews,
    publicUrl: options.publicUrl,
    newId: randomUUID,
  });
  const announcements = createAnnouncements({
    store,
    outbox,
    directory: gate.within,
    roster: directory,
    audit,
    calendar: () => calendar,
    ...announcementPorts({
      store,
      catalogue,
      data: offered,
      seatsTaken: () => enrolments.seatsTaken(),
      knowledge,
      answers,
      reminders: () => reminders,
    }),
    isLive: gate.sendsByItself,
    publicUrl: options.publicUrl,
    newId: () => announcementId.parse(randomUUID()),
    newChannelId: () => channelId.parse(randomUUID()),
  });
  const polls = createPolls({
    store,
    outbox,
    directory: gate.within,
    audit,
    calendar: () => calendar,
    sensitiveCard,
    recognise,
    desks: sensitiveDesks,
    isLive: gate.sendsByItself,
    newPollId: () => pollId.parse(randomUUID()),
    newSurveyId: () => surveyId.parse(randomUUID()),
    chance: { random: () => randomInt(2 ** 47) / 2 ** 47, newKey: randomUUID },
  });
  const forgetSent = createRetention({
    store,
    audit,
    jobsInUse: [announcements.jobsInUse, polls.jobsInUse, inquiries.jobsInUse],
  });
  const thanks = createThanks({
    store,
    outbox,
    directory: gate.within,
    audit,
    calendar: () => calendar,
    sensitiveCard,
    newId: () => thanksId.parse(randomUUID()),
  });
  const reminderSources: readonly ReminderSource[] = options.reminderSources ?? [
    ...campaigns.sources,
    stressCheck.source,
    enrolments.source,
    ...mentoring.sources,
    progress.source,
    announcements.source,
    ...polls.sources,
  ];
  const reminders: Reminders = createReminders({
    store,
    outbox,
    audit,
    directory: gate.within,
    calendar: () => calendar,
    sources: () => reminderSources,
    log: options.log ?? silentLog,
    newId: () => digestId.parse(randomUUID()),
  });
  const welcomes = createWelcomes({
    store,
    outbox,
    calendar: () => calendar,
    gate,
    paired: mentoring.peopleInPairs,
    log: options.log ?? silentLog,
  });
  const grants = createGrants({
    store,
    directory,
    audit,
    countSamples: options.local,
    newId: () => grantId.parse(randomUUID()),
  });
  const chat: Chat = createChat({
    store,
    clock,
    directory,
    knowledge,
    recognise,
    suspect,
    intent,
    answers,
    catalogue,
    enrolments,
    campaigns,
    announcements,
    mentoring,
    inquiries,
    editing,
    launch,
    welcomes,
    reminders,
    grants,
    stressCheck,
    polls,
    thanks,
    progress,
    audit: createAuditReading({ store, directory }),
  });

  return {
    chat: { ...chat, handle: afterCalendar(afterIndexes(chat.handle)), read: afterCalendar(chat.read) },
    catalogue,
    enrolments,
    campaigns,
    announcements,
    mentoring,
    directory,
    outbox,
    guard: gate.guard,
    knowledge,
    calendarNow: () => calendar,
    sweep: afterCalendar(async () => {
      await grants.lapse(clock.now());
      await mentoring.expire(clock.now());
      await announcements.expire(clock.now());
      await polls.expire(clock.now());
      await thanks.expire(clock.now());
      await forgetSent(clock.now());
      await dropExpiredFiles(store, clock.now());
      await launch.open(clock.now());
      if (!(await gate.sendsByItself())) return { digests: 0, errors: 0 };
      await welcomes.sweep(clock.now());
      await campaigns.refresh(clock.now());
      await mentoring.refresh(clock.now());
      await announcements.sweep(clock.now());
      return reminders.sweep(clock.now());
    }),
    watch: afterCalendar(() => announcements.watch(clock.now())),
    absence: (dedupeKey) => announcements.absence(dedupeKey, clock.now()),
    redactNames: (text) => redact(text),
    async warmUp() {
      await refreshCalendar();
      redact = redactorOf(await rows.employees(store.db));
      await Promise.all([courseIndex(), knowledge()]);
    },
    loadDictionary: () => {
      sources.tokenizer.tokenize('研修');
    },
    settle: () => answers.settle(),
  };
}

const isConfirmed = ({ confirmed }: { readonly confirmed: boolean }): boolean => confirmed;
