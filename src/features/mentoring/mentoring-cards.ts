import { defineCard } from '../../cards/define-card';
import type { ListView } from './list-view';
import { exampleLists, exampleRecords } from './mentoring-examples';
import type { RecordsView } from './records-view';

/** All that is said in a chat: never a text that one of a pair wrote. */
export const listCard = defineCard<ListView>({ name: 'mentoring/list', examples: exampleLists });
/** Shown in a dialog alone. */
export const recordsCard = defineCard<RecordsView>({ name: 'mentoring/records', examples: exampleRecords });

export const mentoringCards = [listCard, recordsCard] as const;
