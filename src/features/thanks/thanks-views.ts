import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import { circlesWithin, type Thanks, type WiderCircle } from './thanks';
import type { ThanksView } from './thanks-cards';
import { thanksTexts } from './thanks-texts';

type Named = Pick<Person, 'id' | 'name' | 'section'>;

export const mayBeShared = (card: Thanks, circle: WiderCircle): boolean =>
  !card.takenBack && !card.reported && circlesWithin(card.senderAllows).includes(circle);

/** `refreshVerb`: by which the card is shown as it stands whenever it is looked at; null where it stays as it is. */
const baseOf = (
  card: Thanks,
  heading: string,
  refreshVerb: 'thanks.sent' | 'thanks.received' | null,
  locale: Locale,
) => ({
  lang: locale,
  fallback: heading,
  id: card.id,
  refreshes: refreshVerb !== null,
  refreshVerb: refreshVerb ?? '',
  heading,
  hasText: card.text !== '',
  text: card.text,
});

/** The sender's own: whether it has arrived, and the way back until then. */
export function sentView(
  card: Thanks,
  shown: { readonly to: string; readonly state: string | null; readonly note: string | null },
  locale: Locale,
): ThanksView {
  const t = thanksTexts(locale);
  const isOpen = !card.takenBack && shown.state === 'pending';
  const standing = card.takenBack
    ? t.takenBack
    : shown.state === 'sent'
      ? t.delivered
      : shown.state === 'pending' || shown.state === 'sending'
        ? t.waiting
        : t.notDelivered;
  const notes = [shown.note, standing, card.sharedWith === null ? null : t.shared[card.sharedWith]];
  return {
    ...baseOf(card, t.sentHeading(shown.to), 'thanks.sent', locale),
    notes: notes.flatMap((text) => (text === null ? [] : [{ text }])),
    buttons: [
      ...(isOpen ? [{ label: t.takeBack, verb: 'thanks.takeBack', data: { id: card.id } }] : []),
      ...(card.sharedWith === null
        ? []
        : [{ label: t.unshare, verb: 'thanks.unshare', data: { id: card.id } }]),
    ],
  };
}

export function receivedView(
  card: Thanks,
  from: Named,
  shown: { readonly note: string | null; readonly asksReport: boolean },
  locale: Locale,
): ThanksView {
  const t = thanksTexts(locale);
  const refreshVerb = shown.asksReport ? null : 'thanks.received';
  const base = baseOf(card, t.receivedHeading(from.name, from.section), refreshVerb, locale);
  const data = { id: card.id };
  if (shown.asksReport)
    return {
      ...base,
      notes: [{ text: t.askReport }],
      buttons: [
        { label: t.reportNow, verb: 'thanks.report', data },
        { label: t.back, verb: 'thanks.received', data },
      ],
    };
  const circles = card.reported || card.sharedWith !== null ? [] : circlesWithin(card.senderAllows);
  const notes = [
    card.reported ? t.reported : shown.note,
    card.sharedWith === null ? t.receivedNote : t.shared[card.sharedWith],
    circles.length > 0 ? t.mayShare : null,
  ];
  return {
    ...base,
    notes: notes.flatMap((text) => (text === null ? [] : [{ text }])),
    buttons: [
      ...(card.reported ? [] : [{ label: t.thankBack, verb: 'thanks.write', data: { to: from.id } }]),
      ...circles.map((circle) => ({
        label: t.share[circle],
        verb: 'thanks.share',
        data: { ...data, circle },
      })),
      ...(card.sharedWith === null ? [] : [{ label: t.unshare, verb: 'thanks.unshare', data }]),
      ...(card.reported ? [] : [{ label: t.report, verb: 'thanks.askReport', data }]),
    ],
  };
}

/** What HR is told once the receiver has decided so. */
export function reportedView(
  card: Thanks,
  who: { readonly sender: Named | null; readonly receiver: Named },
  locale: Locale,
): ThanksView {
  const t = thanksTexts(locale);
  const named = (person: Named | null): string =>
    person === null ? '' : t.person(person.name, person.section);
  return {
    ...baseOf(card, t.hrHeading, null, locale),
    notes: [{ text: t.hrFrom(named(who.sender), named(who.receiver)) }],
    buttons: [],
  };
}
