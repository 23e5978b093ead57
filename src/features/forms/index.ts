/** Forms in dialogs: inputs, one card for all of them, and reading what was typed. */
export { createFieldReader, type FieldReader } from './field-reader';
export {
  choiceField,
  choicesField,
  dayField,
  type Field,
  linesField,
  type Typed,
  textField,
  typedIn,
} from './fields';
export { type FormView, formCard, formView } from './form-card';
