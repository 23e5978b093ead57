export { editingCards } from './editing-cards';
export type { EditingNeeds } from './editing-needs';
export { createEditing, type Editing, type EditingRequest } from './editing-service';
export { createFaqWriter, type FaqWriter } from './faq-writer';
