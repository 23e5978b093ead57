export type ChoiceView = { title: string; value: string };

/** One input. Exactly one of the `is…` is true. */
export type FieldView = {
  id: string;
  label: string;
  value: string;
  maxLength: number;
  isText: boolean;
  isLines: boolean;
  isDay: boolean;
  isChoice: boolean;
  isChoices: boolean;
  choices: ChoiceView[];
};

/** What is typed into a field, as text; of several choices the values, by comma. */
export type Typed = Readonly<Record<string, string>>;

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'lines' | 'day' | 'choice' | 'choices';
  readonly maxLength: number;
  readonly choices: readonly ChoiceView[];
  /** Folded away until it is wanted or filled in, so that the page stays short. */
  readonly folded?: boolean;
}

/** Begins the id of every input, so that it never meets what a button carries. */
const INPUT = 'f_';

export const textField = (id: string, label: string, maxLength: number): Field => ({
  id,
  label,
  kind: 'text',
  maxLength,
  choices: [],
});
export const linesField = (id: string, label: string, maxLength: number): Field => ({
  ...textField(id, label, maxLength),
  kind: 'lines',
});
export const dayField = (id: string, label: string): Field => ({ ...textField(id, label, 10), kind: 'day' });
export const choiceField = (id: string, label: string, choices: readonly ChoiceView[]): Field => ({
  ...textField(id, label, 40),
  kind: 'choice',
  choices,
});
export const choicesField = (id: string, label: string, choices: readonly ChoiceView[]): Field => ({
  ...choiceField(id, label, choices),
  kind: 'choices',
});

export const fieldView = (field: Field, value: string): FieldView => ({
  id: INPUT + field.id,
  label: field.label,
  value,
  maxLength: field.maxLength,
  isText: field.kind === 'text',
  isLines: field.kind === 'lines',
  isDay: field.kind === 'day',
  isChoice: field.kind === 'choice',
  isChoices: field.kind === 'choices',
  choices: [...field.choices],
});

/** What was typed, by field. Clients leave emptied inputs out: of the fields that were shown, those are blank. */
export function typedIn(data: unknown, fields: readonly Field[]): Typed {
  const given = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  return Object.fromEntries(
    fields.map(({ id }) => {
      const value: unknown = given.get(INPUT + id);
      return [id, typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''];
    }),
  );
}
