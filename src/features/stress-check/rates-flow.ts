import type { CampaignId } from '../../core/ids';
import type { Locale, Message, Reply } from '../../core/turn';
import { replyToInvoke } from '../../core/turn';
import type { Reader } from '../../db/open';
import { audienceOf, type Campaign, findCampaign, lockCampaign, memberAccess, membersOf } from '../campaigns';
import { isHr, type Person, type Scene } from '../directory';
import { noticeItem } from './notice-source';
import { LEAST_GROUP, type Placed, type PublishedGroup, publish } from './rates';
import { ratesTexts, rateText } from './rates-texts';
import {
  allChecks,
  isRunner,
  noteStep,
  notice,
  ownCheck,
  refused,
  type StressCheckNeeds,
} from './stress-check-access';
import { askView, type Managed, manageView, ratesView } from './stress-check-cards';
import { askCard, manageCard, ratesCard } from './stress-check-examples';
import {
  insertNotice,
  insertPublication,
  lockPublications,
  notices,
  publications,
  type StoredPublication,
} from './stress-check-store';

const MOST_MANAGED = 4;

const maySeeRates = (person: Person): boolean =>
  isHr(person) || person.roles.has('manager') || isRunner(person);

/** What a stress_admin does when it is over, and what HR and managers then see of it. */
export function createRatesFlow(needs: StressCheckNeeds) {
  const { store, directory } = needs;

  async function manage(scene: Scene, said: string | null): Promise<Message> {
    const t = ratesTexts(scene.locale);
    const [all, published, noticed] = [
      await allChecks(store.db),
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
      const campaign = (await ownCheck(tx, scene, id)) === null ? null : await lockCampaign(tx, id);
      const access = campaign === null ? null : memberAccess(scene.person, campaign);
      if (campaign === null || access === null) return 'refused';
      if (campaign.status.kind !== 'ended') return 'not-now';
      const members = await membersOf(tx, access, people);
      const placed = placedFrom(members, people);
      const before = await earlierOf(tx, campaign);
      const publication = publish(placed, Math.max(least, LEAST_GROUP), before);
      const given = { campaign: id, least: Math.max(least, LEAST_GROUP), ...publication };
      if (await insertPublication(tx, given, scene.person.id, scene.now))
        await noteStep(needs, tx, scene, id, 'publish');
      return 'done';
    });
    if (done === 'refused') return refused(scene);
    return done === 'not-now' ? managed(scene, t.notNow) : showRates(scene, id, 0);
  }

  /** Publications about the same check: campaigns of the same 年度. */
  async function earlierOf(reader: Reader, { id, fiscalYear }: Campaign) {
    const same = new Set(
      (await allChecks(reader))
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
      const campaign = (await ownCheck(tx, scene, id)) === null ? null : await lockCampaign(tx, id);
      if (campaign === null) return 'refused';
      if (campaign.status.kind !== 'ended') return 'not-now';
      if (await insertNotice(tx, id, scene.person.id, scene.now))
        await noteStep(needs, tx, scene, id, 'notice');
      return 'done';
    });
    if (done === 'refused') return refused(scene);
    return managed(scene, done === 'not-now' ? ratesTexts(scene.locale).notNow : null);
  }

  /** For HR, which sees of the campaign itself only that it exists. */
  async function glimpse(
    reader: Reader,
    campaign: Campaign,
    person: Person,
    locale: Locale,
  ): Promise<readonly string[]> {
    const t = ratesTexts(locale);
    const published = (await publications(reader)).find((one) => one.campaign === campaign.id);
    if (published === undefined) return [t.none];
    return visibleTo(person, published.groups)
      .filter(({ level }) => level === 'city')
      .map(({ rate, size }) => `${t.city}　${rateText(rate, size, locale)}（${t.size(size)}）`);
  }

  return { manage, managed, rates, showRates, publishRates, askNotice, sendNotice, glimpse };
}

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
