import { readFileSync } from 'node:fs';

/**
 * Prints what a JSON report of vitest counted, as `N passed, M failed`. A test that was skipped or left to do has not
 * passed, and is counted as failed.
 */

interface Report {
  numTotalTests: number;
  numPassedTests: number;
  success: boolean;
}

const { numTotalTests, numPassedTests, success } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Report;
const failed = numTotalTests - numPassedTests;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = success && failed === 0 ? 0 : 1;
