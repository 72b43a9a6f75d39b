import { type Compartment, compartments } from './record.ts';
import type { AddressProtection } from './records/person.ts';
import type { Role } from './roles.ts';

interface Rights {
  reads: readonly Compartment[];
  writes: readonly Compartment[];
  /** What of it may lie on a tablet; the rest is read online, if at all. */
  keeps: readonly Compartment[];
}

const none: Rights = { reads: [], writes: [], keeps: [] };
const of = (reads: Compartment[], writes: Compartment[]): Rights => ({ reads, writes, keeps: reads });

/** Identity numbers never lie on a device, whoever may read them. */
const keepable = compartments.filter((each) => each !== 'numbers');

/** Who may read and write which part of a case they are granted. `docs/access.md` shows the same table. */
export const access: Readonly<Record<Role, Rights>> = {
  adviser: { reads: compartments, writes: compartments, keeps: keepable },
  leader: { reads: compartments, writes: [], keeps: [] },
  teacher: of(['person', 'language', 'attendance'], ['language', 'attendance']),
  nav: of(['person', 'contact', 'work', 'attendance'], ['work']),
  health: of(['person', 'contact', 'health'], ['health']),
  volunteer: none,
  school: none,
  county: none,
  admin: none,
};

/** True where the role may read this part of a case, online or not. */
export function mayRead(role: Role, compartment: Compartment): boolean {
  return access[role].reads.includes(compartment);
}

/** True where the role may write in this part of a case. */
export function mayWrite(role: Role, compartment: Compartment): boolean {
  return access[role].writes.includes(compartment);
}

/** The parts of a granted case that may be sent to, and kept on, a tablet of this role. */
export function readableOnDevice(role: Role): readonly Compartment[] {
  return access[role].keeps;
}

/** True for those who may open a case on a new person. Whoever opens it is granted it. */
export function mayCreateCase(role: Role): boolean {
  return role === 'adviser';
}

/** True where nothing that says where the person can be found may be written on a device. */
export function isLocationProtected(protection: AddressProtection | undefined): boolean {
  return protection !== undefined && protection !== 'none';
}
