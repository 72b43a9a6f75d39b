import type { Id } from '../domain/record.ts';
import type { Model } from './model.ts';

/** The name of a colleague; empty where the directory does not hold them. */
export function nameOfStaff(model: Model, id: Id | null): string {
  return (id !== null && model.staff.value.get(id)?.name) || '';
}

/** What a colleague is called in a short line. */
export function firstNameOfStaff(model: Model, id: Id): string {
  return nameOfStaff(model, id).split(' ')[0] ?? '';
}
