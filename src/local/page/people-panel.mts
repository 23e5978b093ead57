import type { LocalPerson } from '../wire.js';
import { avatar, h, icon, iconButton, isComposing, logo } from './dom.mjs';
import type { Texts } from './page-texts.mjs';

export interface PeoplePanelOptions {
  readonly texts: Texts;
  readonly people: readonly LocalPerson[];
  readonly onChoose: (person: LocalPerson) => void;
  readonly onClose: () => void;
}

export interface PeoplePanel {
  readonly element: HTMLElement;
  show(chosen: LocalPerson, recent: readonly string[]): void;
  setUnread(unread: Readonly<Record<string, number>>): void;
  focus(): void;
}

/** An administrator of HR may do what an editor may, so one badge tells both. */
const BADGES = ['hr_admin', 'hr_editor', 'manager', 'clerk', 'mentor', 'stress_admin', 'auditor'] as const;
type Badge = (typeof BADGES)[number];

const badgesOf = ({ roles }: LocalPerson): readonly Badge[] =>
  BADGES.filter((badge) => roles.includes(badge) && !(badge === 'hr_editor' && roles.includes('hr_admin')));

/** To look for 人事課 finds its administrators as well. */
const FILTERS = BADGES.filter((badge) => badge !== 'hr_admin');

const placeOf = ({ section, position }: LocalPerson): string =>
  [section, position].filter(Boolean).join('・');

/** A search must find わたなべ by ワタナベ and １２３ by 123. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60))
    .replace(/\s/g, '');

/** The left column: as whom one talks. The search box steers the list (arrows, Enter), so the hands stay on the keys. */
export function peoplePanel({ texts, people, onChoose, onClose }: PeoplePanelOptions): PeoplePanel {
  let chosen: LocalPerson | null = null;
  let recent: readonly string[] = [];
  let unread: Readonly<Record<string, number>> = {};
  let active = -1;

  const rows = new Map(people.map((person) => [person.id, drawRow(person)]));
  const searchable = new Map(
    people.map((person) => {
      const roles = badgesOf(person).map((badge) => texts.roles[badge]);
      const words = [person.id, person.name, person.kana, person.section, person.position, ...roles];
      return [person.id, fold(words.join('\n'))];
    }),
  );

  const close = iconButton('close', texts.closePeople, {
    class: 'icon-button close-people',
    onclick: onClose,
  });
  const current = h('div', { class: 'current-person' });
  const list = h('div', {
    class: 'people-list',
    role: 'listbox',
    id: 'people-list',
    'aria-label': texts.choosePerson,
  });
  const input = h('input', {
    type: 'search',
    class: 'search-input',
    role: 'combobox',
    placeholder: texts.findPerson,
    'aria-label': texts.findPerson,
    'aria-controls': 'people-list',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    oninput: () => {
      draw();
      activate(input.value === '' ? -1 : 0);
    },
    onkeydown: (event: KeyboardEvent) => onKey(event),
  });
  const element = h(
    'aside',
    { class: 'people', 'aria-label': texts.choosePerson },
    h(
      'header',
      { class: 'brand' },
      logo('brand-logo'),
      h('div', {}, h('strong', {}, texts.bot), h('span', {}, texts.tagline)),
      close,
    ),
    h(
      'div',
      { class: 'people-tools' },
      current,
      h('div', { class: 'search-box' }, icon('search'), input),
      h(
        'div',
        { class: 'role-filters', role: 'group', 'aria-label': texts.findByRole },
        ...FILTERS.map(filter),
      ),
    ),
    list,
  );

  /** A role, tapped, is looked for; tapped again, no more. */
  function filter(badge: Badge): HTMLElement {
    const role = texts.roles[badge];
    const toggle = (): void => {
      input.value = input.value === role ? '' : role;
      draw();
      activate(-1);
    };
    return h('button', { type: 'button', class: `badge badge-${badge}`, onclick: toggle }, role);
  }

  function drawRow(person: LocalPerson): HTMLElement {
    return h(
      'div',
      {
        class: 'person',
        role: 'option',
        id: `person-${person.id}`,
        'aria-selected': 'false',
        onclick: () => onChoose(person),
      },
      avatar(person.name, person.aadObjectId),
      h(
        'span',
        { class: 'person-words' },
        h(
          'span',
          { class: 'person-line' },
          h('span', { class: 'person-name' }, person.name),
          ...badges(person),
        ),
        h('span', { class: 'person-place' }, placeOf(person)),
      ),
      h('span', { class: 'unread', hidden: true }),
    );
  }

  function badges(person: LocalPerson): HTMLElement[] {
    return badgesOf(person).map((badge) => h('span', { class: `badge badge-${badge}` }, texts.roles[badge]));
  }

  function draw(): void {
    const wanted = fold(input.value);
    if (wanted !== '') {
      const found = people.filter(({ id }) => searchable.get(id)?.includes(wanted));
      list.replaceChildren(
        ...(found.length > 0 ? rowsOf(found) : [h('p', { class: 'nobody' }, texts.nobodyFound)]),
      );
      return;
    }
    const others = people.filter((person) => person !== chosen);
    const withNews = others.filter((person) => isUnread(person));
    const lately = recent.flatMap((id) => others.filter((person) => person.id === id && !isUnread(person)));
    const rest = others.filter((person) => !withNews.includes(person) && !lately.includes(person));
    list.replaceChildren(
      ...group(texts.withNews, withNews),
      ...group(texts.recent, lately),
      ...group(texts.everybody, rest),
    );
  }

  const isUnread = (person: LocalPerson): boolean =>
    person !== chosen && (unread[person.aadObjectId.toLowerCase()] ?? 0) > 0;

  const rowsOf = (some: readonly LocalPerson[]): HTMLElement[] =>
    some.flatMap(({ id }) => rows.get(id) ?? []);

  const group = (title: string, some: readonly LocalPerson[]): HTMLElement[] =>
    some.length === 0
      ? []
      : [h('p', { class: 'people-heading', role: 'presentation' }, title), ...rowsOf(some)];

  function activate(index: number): void {
    const options = [...list.querySelectorAll<HTMLElement>('.person')];
    for (const option of options) option.classList.remove('is-active');
    active = Math.min(index, options.length - 1);
    const option = options[active];
    option?.classList.add('is-active');
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      activate(Math.max(0, active + (event.key === 'ArrowDown' ? 1 : -1)));
    } else if (event.key === 'Enter') {
      list.querySelector<HTMLElement>('.person.is-active')?.click();
    } else if (event.key === 'Escape' && input.value !== '') {
      event.stopPropagation();
      input.value = '';
      draw();
      activate(-1);
    }
  }

  return {
    element,
    show(person, lately) {
      const isAnother = chosen !== person;
      chosen = person;
      recent = lately.filter((id) => id !== person.id);
      for (const [id, row] of rows) row.setAttribute('aria-selected', String(id === person.id));
      current.replaceChildren(
        h('span', { class: 'current-label' }, texts.me),
        h(
          'div',
          { class: 'current-card' },
          avatar(person.name, person.aadObjectId),
          h(
            'span',
            { class: 'person-words' },
            h(
              'span',
              { class: 'person-line' },
              h('span', { class: 'person-name' }, person.name),
              ...badges(person),
            ),
            h('span', { class: 'person-place' }, placeOf(person)),
          ),
        ),
      );
      if (isAnother) input.value = '';
      draw();
      activate(-1);
    },
    setUnread(next) {
      if (JSON.stringify(next) === JSON.stringify(unread)) return;
      unread = next;
      for (const person of people) {
        const count = isUnread(person) ? (unread[person.aadObjectId.toLowerCase()] ?? 0) : 0;
        const mark = rows.get(person.id)?.querySelector<HTMLElement>('.unread');
        if (!mark) continue;
        mark.hidden = count === 0;
        mark.textContent = count > 99 ? '99+' : String(count);
        mark.setAttribute('aria-label', texts.unread(count));
      }
      if (input.value === '') draw();
    },
    // On a touch screen the box would bring up the keyboard over the list.
    focus: () => (matchMedia('(pointer: fine)').matches ? input : close).focus(),
  };
}
