import { addDays } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Scene } from '../directory';
import type { GalleryView } from './thanks-cards';
import type { ThanksNeeds } from './thanks-needs';
import { sharedSince } from './thanks-store';
import { thanksTexts } from './thanks-texts';

const MOST_SHARED = 10;
/** Of these the ones that the reader may see are picked. */
const MOST_LOOKED_AT = 200;
/** Days for which something stays among the shared ones. */
const SHARED_FOR = 60;

/** 「みんなのありがとう」: what both have given free, to all or to one's own section. */
export async function galleryView(
  { store, directory }: Pick<ThanksNeeds, 'store' | 'directory'>,
  scene: Scene,
): Promise<GalleryView> {
  const t = thanksTexts(scene.locale);
  const people = new Map(
    (await directory.everybody(store.db, scene.today)).map((person) => [person.id, person]),
  );
  const nameOf = (id: EmployeeId): string => {
    const person = people.get(id);
    return person === undefined ? '' : t.person(person.name, person.section);
  };
  const seen = (await sharedSince(store.db, addDays(scene.today, -SHARED_FOR), MOST_LOOKED_AT)).filter(
    ({ sharedWith, receiver }) =>
      sharedWith === 'all' || people.get(receiver)?.section === scene.person.section,
  );
  const rows = seen
    .filter(({ sender, receiver }) => people.has(sender) && people.has(receiver))
    .slice(0, MOST_SHARED)
    .map(({ text, sender, receiver }) => ({ text, names: t.fromTo(nameOf(sender), nameOf(receiver)) }));
  return {
    lang: scene.locale,
    fallback: t.galleryHeading,
    heading: t.galleryHeading,
    note: t.galleryNote,
    hasEmpty: rows.length === 0,
    empty: t.galleryEmpty,
    rows,
    writeLabel: t.write,
  };
}
