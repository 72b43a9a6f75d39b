import type { Config } from './config.ts';
import { demoStaff } from './demo/history.ts';
import type { Origins } from './http/origins.ts';
import { roleNames } from './identity/demo-page.ts';
import type { Certificate } from './tls/certificate.ts';

/** What is printed once the server answers: where it is, who may sign in, and how a tablet comes to trust it. */
export function welcome(config: Config, origins: Origins, certificate: Certificate | null): string {
  return [
    `Fotfeste is ready at ${origins.first}`,
    ...(config.demo ? demoLines(config.demo.today) : []),
    ...(certificate ? trustLines(origins, certificate) : []),
    'Ctrl-C stops it. What is saved stays.',
  ].join('\n');
}

function demoLines(today: string): string[] {
  const width = Math.max(...demoStaff.map(({ role }) => roleNames[role].length));
  return [
    '',
    `Demo of ${today}: everyone who reaches this address may sign in as anyone, and everyone in it is made up.`,
    'Never write about real people here. Sign in as:',
    ...demoStaff.map(({ name, role }) => `  ${roleNames[role].padEnd(width)}  ${name}`),
    '',
  ];
}

function trustLines(origins: Origins, { fingerprint }: Certificate): string[] {
  return [
    'From a tablet on the same network:',
    `  1. Open ${origins.first}/ca.crt, pass the warning this once, and install the certificate it downloads.`,
    '     iPad: Settings › General › VPN & Device Management, then › About › Certificate Trust Settings.',
    '     Android: Settings › Security › Encryption & credentials › Install a certificate › CA certificate.',
    `  2. Compare its SHA-256 fingerprint: ${fingerprint}`,
    `  3. Open ${origins.first} (also ${origins.all.slice(1).join(', ')}).`,
    '',
  ];
}
