import type { Role } from '../../src/domain/roles.ts';
import { demoId } from './ids.ts';

export interface DemoStaff {
  id: string;
  name: string;
  role: Role;
  /** How the bundled identity provider knows them. */
  subject: string;
}

const member = (subject: string, name: string, role: Role): DemoStaff => ({
  id: demoId(`staff/${subject}`),
  name,
  role,
  subject,
});

/** Those who work with the people of Granvik. All invented. */
export const staff = {
  ingrid: member('ingrid', 'Ingrid Moen', 'adviser'),
  per: member('per', 'Per Solheim', 'adviser'),
  jonas: member('jonas', 'Jonas Berg', 'teacher'),
  siri: member('siri', 'Siri Haugen', 'nav'),
  anne: member('anne', 'Anne Dahl', 'health'),
  kari: member('kari', 'Kari Lunde', 'leader'),
} as const;
export type StaffKey = keyof typeof staff;
