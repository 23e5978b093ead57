import type { SynonymGroup } from './thesaurus';
import type { Tokenizer } from './tokenizer';

/** Any Japanese makes a text Japanese; so does a bare name that Japanese texts hold as well (DX, OJT, SPI). */
export const isEnglish = (text: string): boolean =>
  /[a-z]{4}/i.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);

/** Needs no dictionary and no cache: words are what blanks and signs set apart. */
export const createEnglishTokenizer = (): Tokenizer => ({
  version: 'english/1',
  tokenize: (text) =>
    Array.from(text.replaceAll(/['’]s\b/g, '').matchAll(/[\p{L}\p{N}]+/gu), ([surface]) => {
      const base = stem(surface);
      return { surface, base, reading: base, kind: 'noun' };
    }),
});

/** courses → cours, studies and study → studi, training and trained → train: rough, but the same for all forms. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const one = word.replace(/(?<=ss|sh|ch|x|z)es$|(?<=[^s])s$/, '').replace(/ie$/, 'y');
  const root = one.length < 5 ? one : one.replace(/(?:ing|ed|er|ment|ion)$/, '');
  return root
    .replace(/([bdglmnprt])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/y$/, 'i');
}

/** A phrase is looked up as its words written together, the last one with or without its ending. */
function phraseForms(phrase: string): readonly string[] {
  const words = phrase.split(/[ -]/);
  const last = words.at(-1) ?? '';
  const start = words.slice(0, -1).join('');
  return [start + last, start + stem(last)];
}

/** What English speakers say beside the wording of the office. */
export const ENGLISH_WORDS: readonly SynonymGroup[] = [
  'pay, money, fee, cost, price, charge, expense',
  'grant, subsidy, subsidise, refund, reimburse, reimbursement, cover, financial support',
  'salary, wage, pay, earnings, income',
  'payslip, pay slip, salary statement',
  'raise, pay rise, pay raise, increase',
  'bonus, diligence allowance',
  'pension, retirement allowance, severance',
  'job, work, employment, duty',
  'second job, side job, side business, moonlighting, part-time job',
  'boss, manager, supervisor, section head, superior',
  'colleague, coworker, workmate, peer',
  'newcomer, new employee, new hire, recruit',
  'staff, employee, worker',
  'training, course, class, lesson, seminar, workshop, study',
  'teacher, instructor, trainer, lecturer',
  'teach, instruct',
  'learn, study',
  'e-learning, online course, online training',
  'qualification, certificate, licence, license, certification',
  'exam, examination, test',
  'certificate, proof, document',
  'leave, holiday, vacation, time off, day off, days off, absence',
  'parental leave, maternity leave, paternity leave, childcare leave',
  'pregnant, pregnancy, maternity, baby, childbirth, birth',
  'child, kid, son, daughter, baby',
  'wife, husband, spouse, partner, family',
  'parent, mother, father, family, relative',
  'die, death, dead, funeral, bereavement, pass away',
  'married, marriage, wedding, divorce',
  'ill, illness, sick, fever, disease, unwell',
  'hospital, doctor, clinic, physician, medical',
  'injury, injured, hurt, wound, accident',
  'stress, pressure, burnout, burn out',
  'sad, depressed, low, unhappy, mental',
  'counselling, counseling, advice, help, consultation',
  'mandatory, compulsory, obligatory, must, required, have to',
  'permit, permission, allow, allowed, approval, may',
  'apply, application, register, sign up, enrol, join',
  'refuse, decline, turn down, reject',
  'deadline, due, time limit',
  'form, paper, document',
  'evaluation, rating, appraisal, assessment, performance review',
  'disagree, object, unfair, not agree, doubt',
  'goal, target, objective',
  'transfer, relocate, reassign, rotation',
  'promotion, promote, career advancement',
  'demotion, demote, step down, downgrade',
  'second, secondment, on loan, dispatch, sent',
  'abroad, overseas, foreign country',
  'quit, resign, leave job, leave my job',
  'retire, retirement, sixty, 60',
  'fifties, 50s, fifty',
  'forties, 40, forty',
  'thirties, 30s, thirty',
  'old, older, senior, veteran, elderly',
  'young, younger, junior',
  'woman, women, female, gender',
  'man, men, male, gender',
  'hire, hiring, recruit, recruitment',
  'engineer, technical',
  'renew, renewal, extend, extension',
  'computer, pc, laptop, device',
  'email, mail, e-mail',
  'virus, suspicious, phishing, strange',
  'login, log in, sign in, password, account',
  'broken, fail, jam, not work, defect',
  'phone, telephone, call',
  'home office, telework, remote work, work from home, working from home',
  'house, home, apartment, flat, rent, housing',
  'move, moving, relocate, new address',
  'car, vehicle, drive',
  'parking, park, parking lot',
  'business trip, travel, journey',
  'crash, accident, collision',
  'earthquake, typhoon, storm, flood, disaster, heavy rain',
  'corruption, wrongdoing, fraud, bribery, misconduct, illegal, breach',
  'whistle-blowing, report wrongdoing',
  'punish, retaliation, unfavourable, badly, fired',
  'bully, bullying, harass, harassment',
  'angry, shout, shouting, rude, abusive, excessive, unreasonable',
  'citizen, resident, customer, visitor',
  'polite, politeness, courtesy, manners',
  'secret, confidential, confidentiality, anonymous, private',
  'newsletter, bulletin',
  'mistake, error, slip',
  'short, shorter, efficient',
  'idea, proposal, suggestion',
  'bank account, salary account',
  'uniform, work clothes',
  'room, meeting room',
  'building, office, city hall',
].map((group) => ({ words: group.split(', ').flatMap(phraseForms), answersOnly: [] }));
