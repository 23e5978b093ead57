export {
  AUDIT_ACTIONS,
  type Audit,
  type AuditAction,
  type AuditDetail,
  type AuditEntry,
  type AuditPage,
  createAudit,
  type LoggedEntry,
  mayReadAudit,
  readAudit,
} from './audit-log';
export { type AuditReading, type AuditReadingNeeds, auditCard, createAuditReading } from './audit-reading';
