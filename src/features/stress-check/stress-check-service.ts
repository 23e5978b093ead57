import { day } from '../../core/calendar/day';
import type { CampaignId } from '../../core/ids';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Reader, Store, Writer } from '../../db/open';
import type { Audit } from '../audit';
import {
  audienceOf,
  type Campaign,
  campaignAccess,
  findCampaign,
  listCampaigns,
  lockCampaign,
  memberAccess,
  membersOf,
  ownMember,
  type StressCheckProtocol,
  saveSettings,
  type TemplateRules,
} from '../campaigns';
import { type Directory, isHr, type Person, type Scene } from '../directory';
import type { ReminderSource } from '../reminders';
import { createNoticeSource, noticeItem } from './notice-source';
import { protocolOf } from './protocol';
import { LEAST_GROUP, type Placed, type PublishedGroup, publish } from './rates';
import { ratesTexts, rateText } from './rates-texts';
import {
  type ProtocolSubmission,
  parseProtocolSubmission,
  parseStressCheckAction,
  parseStressCheckDialog,
  type StressCheckAction,
} from './stress-check-actions';
import { aboutView, askView, type Managed, manageView, protocolView, ratesView } from './stress-check-cards';
import { aboutCard, askCard, manageCard, protocolCard, ratesCard } from './stress-check-examples';
import { stressCheckRules } from './stress-check-rules';
import {
  insertNotice,
  insertPublication,
  lockPublications,
  notices,
  publications,
  type StoredPublication,
} from './stress-check-store';
import { stressCheckTexts } from './stress-check-texts';

export interface StressCheckNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'everybody' | 'withRole'>;
  readonly audit: Audit;
}

const MOST_MANAGED = 4;

const notice = (text: string): Reply => replyToInvoke({ kind: 'notice', text });
const isRunner = (person: Person): boolean => person.roles.has('stress_admin') && !isHr(person);
const maySeeRates = (person: Person): boolean =>
  isHr(person) || person.roles.has('manager') || isRunner(person);

/**
 * What the stress check has beside its campaign: who runs it and what is promised, published rates, the message after the
 * results. Who has taken it is read here only to count, with the right of a stress_admin, or for the person themself.
 */
export function createStressCheck(needs: StressCheckNeeds) {
  const { store, directory, audit } = needs;

  const checks = async (reader: Reader): Promise<readonly Campaign[]> =>
    (await listCampaigns(reader, ['draft', 'scheduled', 'running', 'paused', 'ended'])).filter(
      (campaign) => protocolOf(campaign) !== null,
    );

  /** The stress check that this person may run, or what to say instead. */
  async function own(reader: Reader, scene: Scene, id: CampaignId): Promise<Campaign | null> {
    if (!isRunner(scene.person)) return null;
    const campaign = await findCampaign(reader, id);
    if (campaign === null || protocolOf(campaign) === null) return null;
    return campaignAccess(scene.person, campaign) === 'run' ? campaign : null;
  }

  const refused = (scene: Scene): Reply => {
    const t = ratesTexts(scene.locale);
    return notice(isRunner(scene.person) ? t.gone : t.adminOnly);
  };

  const note = (tx: Writer, scene: Scene, id: CampaignId, step: string): Promise<void> =>
    audit.record(tx, {
      at: scene.now,
      actor: scene.person.id,
      action: 'stress-check-changed',
      subject: id,
      detail: { step },
    });

  async function manage(scene: Scene, said: string | null): Promise<Message> {
    const t = ratesTexts(scene.locale);
    const [all, published, noticed] = [
      await checks(store.db),
      await publications(store.db),
      await notices(store.db),
    ];
    const managed = all.slice(0, MOST_MANAGED).map(
      (campaign): Managed => ({
        campaign,
        published: published.find((one) => one.campaign === campaign.id) ?? null,
        noticedAt: noticed.find((one) => one.campaign === campaign.id)?.at ?? null,
      }),
    );
    const view = manageView(managed, said, scene.locale);
    return { kind: 'card', card: manageCard.render(view), summary: t.manageHeading };
  }

  async function managed(scene: Scene, said: string | null): Promise<Reply> {
    const message = await manage(scene, said);
    return message.kind === 'card'
      ? replyToInvoke({ kind: 'card', card: message.card })
      : notice(message.text);
  }

  /** What of a publication this person is shown: all of it, or for a manager what they are part of or lead. */
  function visibleTo(person: Person, groups: readonly PublishedGroup[]): readonly PublishedGroup[] {
    if (isHr(person) || isRunner(person)) return groups;
    return groups.filter(
      ({ level, department, name }) =>
        level === 'city' ||
        person.leads.includes(name) ||
        (level === 'department' && department === person.department),
    );
  }

  function ratesCardOf(scene: Scene, campaign: Campaign, published: StoredPublication, page: number) {
    const { least } = published;
    const groups = visibleTo(scene.person, published.groups);
    return ratesCard.render(ratesView({ campaign, groups, least, page, locale: scene.locale }));
  }

  /** 「受検率」: for a stress_admin the administration, for HR and managers what was published last. */
  async function rates(scene: Scene): Promise<readonly Message[]> {
    const t = ratesTexts(scene.locale);
    if (!maySeeRates(scene.person)) return [{ kind: 'text', text: t.forbidden }];
    if (isRunner(scene.person)) return [await manage(scene, null)];
    const [latest] = await publications(store.db);
    const campaign = latest === undefined ? null : await findCampaign(store.db, latest.campaign);
    if (latest === undefined || campaign === null) return [{ kind: 'text', text: t.none }];
    const card = ratesCardOf(scene, campaign, latest, 0);
    return [{ kind: 'card', card, summary: t.heading(campaign.title) }];
  }

  async function showRates(scene: Scene, id: CampaignId, page: number): Promise<Reply> {
    const t = ratesTexts(scene.locale);
    if (!maySeeRates(scene.person)) return notice(t.forbidden);
    const published = (await publications(store.db)).find(({ campaign }) => campaign === id);
    const campaign = published === undefined ? null : await findCampaign(store.db, id);
    if (published === undefined || campaign === null) return notice(t.none);
    return replyToInvoke({ kind: 'card', card: ratesCardOf(scene, campaign, published, page) });
  }

  /** Once, after the end: what is published never moves, so that nobody can compare two days. */
  async function publishRates(scene: Scene, id: CampaignId, least: number): Promise<Reply> {
    const t = ratesTexts(scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const done = await store.write(async (tx) => {
      await lockPublications(tx);
      const campaign = (await own(tx, scene, id)) === null ? null : await lockCampaign(tx, id);
      const access = campaign === null ? null : memberAccess(scene.person, campaign);
      if (campaign === null || access === null) return 'refused';
      if (campaign.status.kind !== 'ended') return 'not-now';
      const members = await membersOf(tx, access, people);
      const placed = placedFrom(members, people);
      const before = await earlierOf(tx, campaign);
      const publication = publish(placed, Math.max(least, LEAST_GROUP), before);
      const given = { campaign: id, least: Math.max(least, LEAST_GROUP), ...publication };
      if (await insertPublication(tx, given, scene.person.id, scene.now))
        await note(tx, scene, id, 'publish');
      return 'done';
    });
    if (done === 'refused') return refused(scene);
    return done === 'not-now' ? managed(scene, t.notNow) : showRates(scene, id, 0);
  }

  /** Publications about the same check: campaigns of the same 年度. */
  async function earlierOf(reader: Reader, { id, fiscalYear }: Campaign) {
    const same = new Set(
      (await checks(reader))
        .filter((one) => one.fiscalYear === fiscalYear && one.id !== id)
        .map((one) => one.id),
    );
    return (await publications(reader))
      .filter(({ campaign }) => same.has(campaign))
      .map(({ regions }) => regions);
  }

  async function askNotice(scene: Scene, campaign: Campaign): Promise<Reply> {
    const { title, lines } = noticeItem(campaign, true, scene.locale);
    const count = (await audienceOf(store.db, campaign.id)).length;
    const view = askView(campaign.id, { kind: 'notice', count, lines: [title, ...lines] }, scene.locale);
    return replyToInvoke({ kind: 'card', card: askCard.render(view) });
  }

  async function sendNotice(scene: Scene, id: CampaignId): Promise<Reply> {
    const done = await store.write(async (tx) => {
      const campaign = (await own(tx, scene, id)) === null ? null : await lockCampaign(tx, id);
      if (campaign === null) return 'refused';
      if (campaign.status.kind !== 'ended') return 'not-now';
      if (await insertNotice(tx, id, scene.person.id, scene.now)) await note(tx, scene, id, 'notice');
      return 'done';
    });
    if (done === 'refused') return refused(scene);
    return managed(scene, done === 'not-now' ? ratesTexts(scene.locale).notNow : null);
  }

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const action = parseStressCheckAction(verb, data);
    if (action === null) return notice(ratesTexts(scene.locale).gone);
    if (!scene.turn.personal) return notice(ratesTexts(scene.locale).personal);
    if (action.verb === 'stressCheck.rates') return showRates(scene, action.id, action.page);
    return isRunner(scene.person) ? actAsRunner(scene, action) : refused(scene);
  }

  async function actAsRunner(
    scene: Scene,
    action: Exclude<StressCheckAction, { verb: 'stressCheck.rates' }>,
  ): Promise<Reply> {
    if (action.verb === 'stressCheck.manage') return managed(scene, null);
    const campaign = await own(store.db, scene, action.id);
    if (campaign === null) return refused(scene);
    if (campaign.status.kind !== 'ended') return managed(scene, ratesTexts(scene.locale).notNow);
    switch (action.verb) {
      case 'stressCheck.askPublish':
        return replyToInvoke({
          kind: 'card',
          card: askCard.render(askView(action.id, { kind: 'publish' }, scene.locale)),
        });
      case 'stressCheck.publish':
        return publishRates(scene, action.id, action.least);
      case 'stressCheck.askNotice':
        return askNotice(scene, campaign);
      case 'stressCheck.sendNotice':
        return sendNotice(scene, action.id);
      default:
        return action satisfies never;
    }
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const request = parseStressCheckDialog(data);
    if (request === null) return notice(ratesTexts(scene.locale).gone);
    switch (request.verb) {
      case 'stressCheck.about':
        return about(scene, request.id);
      case 'stressCheck.protocol': {
        const campaign = await own(store.db, scene, request.id);
        const protocol = campaign === null ? null : protocolOf(campaign);
        if (campaign === null || protocol === null) return refused(scene);
        if (!isEditable(campaign)) return notice(stressCheckTexts(scene.locale).protocol.notEditable);
        return form(scene, campaign.id, await withUsualClerks(scene, protocol), []);
      }
      default:
        return request satisfies never;
    }
  }

  /** For those who are invited, and for who runs it; anybody else is not even told that there is one. */
  async function about(scene: Scene, id: CampaignId): Promise<Reply> {
    const t = stressCheckTexts(scene.locale);
    const campaign = await findCampaign(store.db, id);
    const protocol = campaign === null ? null : protocolOf(campaign);
    const member = await ownMember(store.db, id, scene.person);
    const isInvited = member !== null && member.status.kind !== 'left';
    if (campaign === null || protocol === null || !(isInvited || isRunner(scene.person)))
      return notice(t.about.notYours);
    const card = aboutCard.render(aboutView(campaign.title, protocol, scene.locale));
    return replyToInvoke({ kind: 'dialog', title: t.protocol.title, card, height: 'large' });
  }

  function form(
    scene: Scene,
    id: CampaignId,
    protocol: StressCheckProtocol,
    problems: readonly string[],
  ): Reply {
    const card = protocolCard.render(protocolView(id, protocol, problems, scene.locale));
    const { title } = stressCheckTexts(scene.locale).protocol;
    return replyToInvoke({ kind: 'dialog', title, card, height: 'large' });
  }

  /** Proposes those who have the role today. */
  async function withUsualClerks(scene: Scene, protocol: StressCheckProtocol): Promise<StressCheckProtocol> {
    if (protocol.clerks !== '') return protocol;
    const holders = await directory.withRole(store.db, 'stress_admin', scene.today);
    const clerks = holders.map(({ name, section }) => `${name}（${section}）`).join('、');
    return { ...protocol, clerks: clerks.slice(0, 200) };
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const given = parseProtocolSubmission(data);
    if (given === null) return notice(ratesTexts(scene.locale).gone);
    if ((await own(store.db, scene, given.id)) === null) return refused(scene);
    const t = stressCheckTexts(scene.locale).protocol;
    const read = readProtocol(given);
    if (read === null) return form(scene, given.id, protocolFrom(given, null), [t.notADay]);
    const saved = await store.write(async (tx) => {
      const campaign = (await own(tx, scene, given.id)) === null ? null : await lockCampaign(tx, given.id);
      if (campaign === null || !isEditable(campaign)) return false;
      await saveSettings(tx, campaign.id, {
        ...campaign,
        specific: { template: 'stress_check', protocol: read },
      });
      await note(tx, scene, campaign.id, 'protocol');
      return true;
    });
    return replyToInvoke({ kind: 'dialog-closed', text: saved ? t.saved : t.notEditable });
  }

  /** 「ストレスチェック受けたっけ？」: one's own status and nobody else's. */
  async function ownStatus(scene: Scene): Promise<Message> {
    const t = stressCheckTexts(scene.locale).own;
    const known = (await checks(store.db)).filter(
      ({ status }) => status.kind !== 'draft' && status.kind !== 'scheduled',
    );
    for (const campaign of known) {
      const member = await ownMember(store.db, campaign.id, scene.person);
      if (member === null || member.status.kind === 'left') continue;
      const text = member.status.kind === 'done' ? t.taken(campaign.title) : t.notRecorded(campaign.title);
      return { kind: 'text', text };
    }
    return { kind: 'text', text: t.none };
  }

  const rules: TemplateRules = stressCheckRules({
    afterEnd: async (scene) => (isRunner(scene.person) ? [await manage(scene, null)] : []),
    async glimpse(reader, campaign, person, locale) {
      const published = (await publications(reader)).find((one) => one.campaign === campaign.id);
      if (published === undefined) return [ratesTexts(locale).none];
      const t = ratesTexts(locale);
      return visibleTo(person, published.groups)
        .filter(({ level }) => level === 'city')
        .map(({ rate, size }) => `${t.city}　${rateText(rate, size, locale)}（${t.size(size)}）`);
    },
  });

  const source: ReminderSource = createNoticeSource();

  return { act, openDialog, submitDialog, rates, ownStatus, rules, source };
}

export type StressCheck = ReturnType<typeof createStressCheck>;

const isEditable = ({ status }: Campaign): boolean => status.kind === 'draft' || status.kind === 'scheduled';

/** Those who are still there and not on leave (休職), where they work today. */
function placedFrom(
  members: Awaited<ReturnType<typeof membersOf>>,
  people: readonly Person[],
): readonly Placed[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return members.flatMap(({ employee, status }) => {
    const person = known.get(employee);
    if (person === undefined || person.leave !== null || status.kind === 'left') return [];
    const { department, section } = person;
    return [{ employee, department, section, taken: status.kind === 'done' }];
  });
}

/** Null when the day is none. */
function readProtocol(given: ProtocolSubmission): StressCheckProtocol | null {
  if (given.deliberatedOn === '') return protocolFrom(given, null);
  const read = day.safeParse(given.deliberatedOn);
  return read.success ? protocolFrom(given, read.data) : null;
}

const protocolFrom = (
  given: ProtocolSubmission,
  deliberatedOn: StressCheckProtocol['deliberatedOn'],
): StressCheckProtocol => ({
  implementer: given.implementer,
  profession: given.profession,
  clerks: given.clerks,
  deliberatedOn,
  noDisadvantage: given.noDisadvantage === 'true',
  whoSeesWhat: given.whoSeesWhat,
  interviewContact: given.interviewContact,
});
