import { isLoopback } from '../config';

/** Hosts of Microsoft's channel services, commercial and government clouds. */
const MICROSOFT_HOSTS = [
  /^smba\.trafficmanager\.net$/,
  /^smba\.infra\.(gcc|gov|dod)\.teams\.microsoft\.(com|us)$/,
  /^(\w[\w-]*\.)*botframework\.(com|azure\.us)$/,
];

export const isMicrosoftServiceUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' && MICROSOFT_HOSTS.some((host) => host.test(parsed.hostname));
};

export const isLoopbackServiceUrl = (url: string): boolean => {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' && isLoopback(parsed.hostname);
};
