/** The organisation's own data: one home for every kind of it. Definitions are in `datasets/`. */

export { idsByName, namedBy } from './called-by-name';
export type { CellForm, Choice } from './cell-types';
export { countOf, type RecordCells, recordOf, recordsOf } from './cells-reader';
export type {
  AuditTrail,
  Author,
  ChangeCounts,
  ColumnChange,
  HistoryEntry,
  RecordChange,
} from './change-log';
export { changesOf, countsOf, historyOf } from './change-log';
export {
  type ChangeSet,
  type ChangeSetHead,
  changeSetFrom,
  changeSetOf,
  recentChangeSets,
} from './change-sets';
export type { Column } from './column';
export { confirmRecords, withdrawConfirmations } from './confirmation';
export type { CellProblem, Cells, Dataset, NamedColumn, RecordProblem, Row } from './dataset';
export { allDatasets, datasetNamed } from './datasets';
export { CONTACT_TOPICS, type Contact, type ContactTopic, contacts } from './datasets/contacts';
export {
  COURSE_ENTRIES,
  COURSE_FIELDS,
  COURSE_FORMATS,
  COURSE_KINDS,
  type Course,
  type CourseEntry,
  type CourseField,
  type CourseFormat,
  type CourseKind,
  courses,
} from './datasets/courses';
export { type Authority, authorityOverStaff } from './datasets/employee-rules';
export {
  EMPLOYMENTS,
  type Employee,
  employees,
  GIVEN_ROLES,
  type GivenRole,
  JOB_TYPES,
  type JobType,
  LEAVE_KINDS,
  LEVELS,
  type Level,
} from './datasets/employees';
export { type Faq, faq } from './datasets/faq';
export { type ClosedDay, holidays } from './datasets/holidays';
export { type Offering, offerings } from './datasets/offerings';
export { INITIATIVE_STATUSES, type Initiative, plan } from './datasets/plan';
export { type SynonymGroup, synonyms } from './datasets/synonyms';
export { type TrainingRecord, trainingRecords } from './datasets/training-records';
export { employeesOfSection, findEmployee, findEmployeeByAadObjectId } from './employee-index';
export { type EntraJoin, joinEntraUsers, planEntraImport } from './entra-users';
export { type ExportedFile, type ExportOptions, exportDataset, tableFileOf, templateOf } from './export';
export { applyImport, type ImportDone, planImport } from './import';
export type { ChangedRecord, ImportPlan } from './import-plan';
export type { ImportMode, ImportRequest, RowProblem } from './import-reading';
export { differenceLines, problemLine } from './import-report';
export {
  guessMapping,
  isNeeded,
  type Mapping,
  type MappingGuess,
  mappingFor,
  rememberMapping,
  withChoices,
} from './mapping';
export { nextFreeId } from './numbering';
export { type Edit, removeRecord, type Saved, saveRecord } from './record-editing';
export {
  cachedDataset,
  cachedRevisions,
  type Kept,
  type Loaded,
  loadDataset,
  loadRecord,
  readKept,
  revisionOf,
} from './record-store';
export { type Bilingual, recordsTexts } from './records-texts';
export { importDirectory, type SeedOptions, type SeedProblem } from './seed';
export { lockRecords } from './stored-records';
export type { Table, TableRow } from './table';
export { MAX_FILE_BYTES, readTableFile } from './table-file';
export { undoChangeSet } from './undo';
export { chooseDataset, dropUpload, findUpload, keepUpload, type Upload } from './upload-store';
