export { parseInquiriesAction } from './inquiries-actions';
export { previewCard, questionCard, statusCard } from './inquiries-cards';
export { createInquiries, type Inquiries } from './inquiries-service';
