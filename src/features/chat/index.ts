export { type Chat, createChat } from './chat-service';
export { chatTexts } from './chat-texts';
export { menuCard } from './menu-card';
export type { ChatAnswer, Understood } from './understood';
