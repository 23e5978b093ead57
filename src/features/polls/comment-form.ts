import { dialog } from '../../cards/replies';
import type { Locale, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import {
  choiceField,
  createFieldReader,
  type Field,
  formCard,
  formView,
  linesField,
  type Typed,
  typedIn,
} from '../forms';
import { LONGEST_COMMENT } from './poll';
import { questionTexts } from './question-texts';

/** The dialog in which an answer is given with a comment, of a poll or a survey. */
export interface Commenting {
  readonly verb: 'polls.comment' | 'pulse.comment';
  readonly id: string;
  readonly choices: readonly string[];
  readonly commentLabel: string;
  readonly notes: readonly string[];
}

/** Desks that are shown before anything is kept. */
export interface Alert {
  readonly heading: string;
  readonly lines: readonly string[];
}

const fieldsOf = ({ choices, commentLabel }: Commenting, locale: Locale): readonly Field[] => [
  choiceField(
    'choice',
    questionTexts(locale).choiceLabel,
    choices.map((title, index) => ({ title, value: String(index) })),
  ),
  linesField('comment', commentLabel, LONGEST_COMMENT),
];

export function showCommenting(
  scene: Scene,
  commenting: Commenting,
  typed: Typed,
  found: { readonly problems?: readonly string[]; readonly alert?: Alert | null } = {},
): Reply {
  const t = questionTexts(scene.locale);
  const { verb, id, notes } = commenting;
  const { problems = [], alert = null } = found;
  const fields = fieldsOf(commenting, scene.locale);
  const view = formView(
    {
      fields: alert === null ? fields : fields.map((field) => ({ ...field, folded: true })),
      typed,
      problems,
      notes: alert === null ? notes : [],
      ...(alert === null ? {} : { alert }),
      page: null,
      moreLabel: t.rewrite,
      fallback: t.commentTitle,
      buttons: [
        alert === null
          ? { label: t.send, data: { verb, id } }
          : { label: t.sendAnyway, data: { verb, id, sure: 1 } },
      ],
    },
    scene.locale,
  );
  return dialog(t.commentTitle, formCard, view);
}

/** What was given; null with the dialog once more where something is wrong with it. */
export function readCommenting(
  scene: Scene,
  commenting: Commenting,
  data: unknown,
):
  | { readonly given: { readonly choice: number; readonly comment: string | null }; readonly typed: Typed }
  | { readonly given: null; readonly reply: Reply } {
  const fields = fieldsOf(commenting, scene.locale);
  const typed = typedIn(data, fields);
  const reader = createFieldReader(typed, fields, scene.locale);
  const [choice] = reader.chosen('choice');
  const comment = reader.text('comment');
  if (choice === undefined) reader.problems.push(questionTexts(scene.locale).tapToChoose);
  const { problems } = reader;
  return choice === undefined || problems.length > 0
    ? { given: null, reply: showCommenting(scene, commenting, typed, { problems }) }
    : { given: { choice: Number(choice), comment: comment === '' ? null : comment }, typed };
}
