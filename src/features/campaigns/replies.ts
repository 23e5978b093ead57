export { asMessage, closeDialog, dialog, inPlace, notice } from '../../cards/replies';
