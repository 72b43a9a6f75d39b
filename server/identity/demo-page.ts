import { html } from 'hono/html';
import type { Role } from '../../src/domain/roles.ts';
import type { Member } from '../administration/administer.ts';
import { page } from '../http/sentence-page.ts';

/** What each role is called on Norwegian screens. */
export const roleNames: Record<Role, string> = {
  adviser: 'Programrådgiver',
  leader: 'Leder',
  teacher: 'Lærer',
  nav: 'Nav-veileder',
  health: 'Helsekontakt',
  volunteer: 'Frivillig',
  school: 'Skole',
  county: 'Fylkeskommune',
  admin: 'Administrator',
};

/** Who to be in the demo. `uid` names the sign-in under way; without one it has gone cold. */
export function demoPage(staff: readonly Member[], uid: string | null): string {
  if (uid === null) {
    const content = html`<p>Påloggingen ble ikke fullført. Ingenting er endret.</p><p><a href="/">Prøv igjen</a></p>`;
    return String(page(content));
  }
  const choices = staff.map(
    ({ subject, name, role }) =>
      html`<li><button name="subject" value="${subject}"><strong>${name}</strong><span>${roleNames[role]}</span></button></li>`,
  );
  const content = html`<p>Hvem vil du være?</p>
<p class="quiet">Dette er en demo med oppdiktede personer. Alle som når denne siden, kan logge på som hvem som helst. Skriv aldri noe om virkelige mennesker her.</p>
<form method="post" action="/idp/interaction/${uid}/login"><ul>${choices}</ul></form>`;
  return String(page(content));
}
