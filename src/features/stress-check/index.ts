export {
  boundsOfRate,
  LEAST_GROUP,
  type Placed,
  type Publication,
  type PublishedGroup,
  publish,
  type Rate,
  rateOf,
} from './rates';
