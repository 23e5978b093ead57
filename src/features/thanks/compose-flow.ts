import { asMessage, inPlace, notice } from '../../cards/replies';
import type { EmployeeId } from '../../core/ids';
import type { Locale, Message, Reply } from '../../core/turn';
import type { Person, Scene } from '../directory';
import type { CardFlow } from './card-flow';
import { createPosting } from './posting';
import { canBeThanked, LONGEST_THANKS, namedIn } from './thanks';
import type { Written } from './thanks-actions';
import { composeView, type PickView, thanksCards } from './thanks-cards';
import type { ThanksNeeds } from './thanks-needs';
import { thanksTexts } from './thanks-texts';

const MOST_PEOPLE = 6;

/** From a name to a card that is on its way. */
export function createComposeFlow(needs: ThanksNeeds, cards: CardFlow) {
  const { store, directory } = needs;
  const post = createPosting(needs);

  const everybody = ({ today }: Scene) => directory.everybody(store.db, today);
  const find = (scene: Scene, id: EmployeeId) => directory.byId(store.db, id, scene.today);

  /** 「田中さんにお礼を送りたい」: the one who is named at once, or a choice. */
  async function begin(scene: Scene, text: string): Promise<Message> {
    const named = namedIn(text, await everybody(scene), scene.person);
    const [only] = named;
    return only !== undefined && named.length === 1
      ? asMessage(thanksCards.compose, firstCompose(scene, only))
      : asMessage(thanksCards.pick, pickView(scene, '', named, null));
  }

  const firstCompose = (scene: Scene, to: Person) =>
    composeView(
      to,
      { id: needs.newId(), sentence: 0, own: '', allows: 'nobody', sure: false },
      { preview: null, problem: null },
      scene.locale,
    );

  function pickView(scene: Scene, name: string, found: readonly Person[], note: string | null): PickView {
    const t = thanksTexts(scene.locale);
    const more = found.length - MOST_PEOPLE;
    const said = note ?? (more > 0 ? t.tooMany(more) : null);
    return {
      lang: scene.locale,
      fallback: t.pickHeading,
      heading: t.pickHeading,
      text: t.pickText,
      name,
      nameLabel: t.nameLabel,
      searchLabel: t.search,
      people: found
        .slice(0, MOST_PEOPLE)
        .map((one) => ({ label: t.person(one.name, one.section), to: one.id })),
      hasNote: said !== null,
      note: said ?? '',
    };
  }

  async function pick(scene: Scene, name: string): Promise<Reply> {
    const found = namedIn(name, await everybody(scene), scene.person);
    const note = name.trim() !== '' && found.length === 0 ? thanksTexts(scene.locale).noneFound : null;
    return inPlace(thanksCards.pick, pickView(scene, name, found, note));
  }

  async function write(scene: Scene, id: EmployeeId): Promise<Reply> {
    const to = await find(scene, id);
    return to === null || !canBeThanked(to, scene.person)
      ? notice(thanksTexts(scene.locale).noneFound)
      : notice(
          thanksTexts(scene.locale).composeHeading(to.name, to.section),
          asMessage(thanksCards.compose, firstCompose(scene, to)),
        );
  }

  const textOf = ({ own, sentence }: Written, locale: Locale): string => {
    const { sentences } = thanksTexts(locale);
    return own.trim() === '' ? (sentences[sentence] ?? sentences[0] ?? '') : own.trim();
  };

  /**
   * Nothing goes out of a text that is too long. Of one that speaks of something for a desk the desks are shown first: who was
   * helped in a bad time thanks in the same words as who is in one, and says once more that it is meant so.
   */
  async function checked(
    scene: Scene,
    written: Written,
    go: (to: Person, text: string) => Promise<Reply>,
  ): Promise<Reply> {
    const t = thanksTexts(scene.locale);
    const to = await find(scene, written.to);
    if (to === null || !canBeThanked(to, scene.person)) return notice(t.noneFound);
    const text = textOf(written, scene.locale);
    if ([...text].length > LONGEST_THANKS)
      return inPlace(
        thanksCards.compose,
        composeView(to, written, { preview: null, problem: t.tooLong }, scene.locale),
      );
    const desks = written.sure ? null : await needs.sensitiveCard(text, scene);
    return desks === null
      ? go(to, text)
      : inPlace(
          thanksCards.compose,
          composeView(to, { ...written, sure: true }, { preview: null, problem: t.desksBelow }, scene.locale),
          desks,
        );
  }

  const preview = (scene: Scene, written: Written): Promise<Reply> =>
    checked(scene, written, async (to, text) =>
      inPlace(thanksCards.compose, composeView(to, written, { preview: text, problem: null }, scene.locale)),
    );

  const send = (scene: Scene, written: Written): Promise<Reply> =>
    checked(scene, written, async (to, text) => {
      const sent = await post(scene, written, to, text);
      return sent ? cards.sent(scene, written.id) : notice(thanksTexts(scene.locale).already);
    });

  return { begin, pick, write, preview, send };
}
