export { type Chat, type ChatAnswer, createChat, type Understood } from './chat-service';
export { chatTexts } from './chat-texts';
export { menuCard } from './menu-card';
