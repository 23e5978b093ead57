import type { Paging } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import type { Bar } from '../progress';

type Base = { lang: Locale; fallback: string };
export type Button = { label: string; verb: string; data: { [key: string]: string | number } };
/** A button that opens a dialog. */
export type Opener = {
  label: string;
  data: { verb: string; id: string; msteams: { type: 'task/fetch' } };
};

export const button = (
  label: string,
  verb: string,
  id: string,
  data: Readonly<Record<string, string | number>> = {},
): Button => ({ label, verb, data: { id, ...data } });

export const opener = (label: string, verb: string, id = ''): Opener => ({
  label,
  data: { verb, id, msteams: { type: 'task/fetch' } },
});

/** What those who are asked get: a poll or a survey. */
export type QuestionView = Base & {
  /** By itself, whenever it is looked at. */
  refreshes: boolean;
  refreshVerb: string;
  refreshLabel: string;
  id: string;
  kicker: string;
  kickerColour: 'attention' | 'accent';
  heading: string;
  /** Above the answers: what has to be read before a tap. */
  notes: { text: string }[];
  /** Below them. */
  moreNotes: { text: string }[];
  hasAnswer: boolean;
  answer: string;
  choices: Button[];
  dialogs: Opener[];
  buttons: Button[];
  links: { label: string; url: string }[];
};

/** What HR sees of a poll or a survey. */
export type ManageView = Base &
  Paging & {
    kicker: string;
    heading: string;
    hasDone: boolean;
    done: string;
    lines: { text: string }[];
    hasBar: boolean;
    figures: string;
    bar: Bar;
    hasRows: boolean;
    rowsHeading: string;
    rows: { name: string; figures: string; bar: Bar }[];
    hasSections: boolean;
    sectionsHeading: string;
    sections: { name: string; figures: string; bar: Bar }[];
    hasWarning: boolean;
    warning: string;
    buttons: Button[];
    dialogs: Opener[];
    pageVerb: string;
    id: string;
  };

/** Names with answers, or comments. */
export type PeopleView = Base &
  Paging & {
    heading: string;
    /** Which of them to show. */
    hasFilters: boolean;
    filters: Button[];
    rows: { text: string; detail: string; hasDetail: boolean }[];
    hasEmpty: boolean;
    empty: string;
    id: string;
    filter: string | number;
    pageVerb: string;
    backVerb: string;
    backLabel: string;
  };

/** What one is asked, who of one's section is missing, and what one runs. */
export type ListView = Base & {
  heading: string;
  hasDone: boolean;
  done: string;
  hasEmpty: boolean;
  empty: string;
  groups: {
    heading: string;
    rows: { name: string; state: string; open: string; verb: string; id: string }[];
  }[];
  dialogs: Opener[];
};

/** As who runs it sees it before anybody gets it. Its buttons record nothing, also once it has started. */
export function asPreview(view: QuestionView, note: string): QuestionView {
  const unarmed = ({ label }: { readonly label: string }) => button(label, 'polls.onlyPreview', view.id);
  return {
    ...view,
    refreshes: false,
    notes: [{ text: note }, ...view.notes],
    choices: view.choices.map(unarmed),
    dialogs: [],
    buttons: [...view.dialogs, ...view.buttons].map(unarmed),
  };
}
