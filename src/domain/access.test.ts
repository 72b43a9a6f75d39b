import { describe, expect, test } from 'vitest';
import { isLocationProtected, mayCreateCase, mayRead, mayWrite, readableOnDevice } from './access.ts';
import { compartments } from './record.ts';
import { roles } from './roles.ts';

describe('need to know', () => {
  test('nobody writes, or keeps on a tablet, what they may not read', () => {
    for (const role of roles) {
      for (const each of compartments) {
        if (mayWrite(role, each)) expect(mayRead(role, each)).toBe(true);
        if (readableOnDevice(role).includes(each)) expect(mayRead(role, each)).toBe(true);
      }
    }
  });

  test('a worry and the family are for advisers and the leader only', () => {
    const readers = roles.filter((role) => mayRead(role, 'concern') || mayRead(role, 'family'));
    expect(readers).toEqual(['adviser', 'leader']);
  });

  test('a teacher sees language and attendance, never work, health or the rest of the plan', () => {
    expect(compartments.filter((each) => mayRead('teacher', each))).toEqual(['person', 'language', 'attendance']);
    expect(compartments.filter((each) => mayWrite('teacher', each))).toEqual(['language', 'attendance']);
  });

  test('identity numbers are kept on no tablet, and a leader keeps nothing there', () => {
    for (const role of roles) expect(readableOnDevice(role)).not.toContain('numbers');
    expect(readableOnDevice('leader')).toEqual([]);
  });

  test('only an adviser opens a case', () => {
    expect(roles.filter(mayCreateCase)).toEqual(['adviser']);
  });

  test('every grade of protection protects the place, and no answer means none was set', () => {
    expect(isLocationProtected('shielded')).toBe(true);
    expect(isLocationProtected('confidential')).toBe(true);
    expect(isLocationProtected('strictlyConfidential')).toBe(true);
    expect(isLocationProtected('none')).toBe(false);
    expect(isLocationProtected(undefined)).toBe(false);
  });
});
