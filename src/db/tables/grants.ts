export interface GrantsTables {
  role_grants: RoleGrantRow;
}

/** One person's way to a role that needs two others: proposed, granted, ended. */
export interface RoleGrantRow {
  id: string;
  role: 'stress_admin';
  person: string;
  /** The Entra object id that the person had when proposed. */
  account: string;
  state: 'proposed' | 'standing' | 'ended';
  /** 1: came with the sample data, and counts for nothing outside the local sample. */
  sample: number;
  proposed_by: string;
  proposed_at: string;
  granted_by: string | null;
  granted_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
  ending: 'declined' | 'revoked' | 'resigned' | 'lapsed' | null;
}
