/** Roles that the roster alone does not give: proposed by one, granted by another. */
export { type GrantId, grantId } from './grant';
export { parseGrantsAction } from './grants-actions';
export { grantsCard } from './grants-cards';
export { createGrants, type Grants } from './grants-service';
export { createStandingGrants, grantToSamples } from './standing-grants';
