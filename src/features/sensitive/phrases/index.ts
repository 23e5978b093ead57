import type { SensitiveTopic } from '../sensitive-topics';
import { careerDemotion } from './career-demotion';
import { debt } from './debt';
import { harassment } from './harassment';
import { lifeDanger } from './life-danger';
import { mentalHealth } from './mental-health';
import type { Phrases } from './phrase-list';
import { violence } from './violence';
import { whistleblowing } from './whistleblowing';

export const PHRASES: Readonly<Record<SensitiveTopic, Phrases>> = {
  life_danger: lifeDanger,
  violence,
  harassment,
  whistleblowing,
  debt,
  career_demotion: careerDemotion,
  mental_health: mentalHealth,
};
