import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { verifyAudit } from '../administration/commands.ts';
import { demoStaff } from '../demo/history.ts';
import { type Municipality, openMunicipality } from '../testing/municipality.ts';
import { newCase, newGoal, Tablet } from '../testing/tablet.ts';

let municipality: Municipality;
let client: pg.Client;
const file = randomUUID();
const goal = randomUUID();

/** Seven changes of two vaults: a case, edits, one that waits, one in quarantine. */
beforeAll(async () => {
  municipality = await openMunicipality(inject('postgres'));
  const origin = await municipality.serve();
  client = new pg.Client({ connectionString: municipality.databaseUrl });
  await client.connect();
  const ingrid = demoStaff.find((one) => one.subject === 'ingrid')?.id ?? '';
  const [first, second] = [await Tablet.signedIn(origin, 'ingrid'), await Tablet.signedIn(origin, 'ingrid')];
  const made = newGoal(file, 'B1 innen sommeren', 'language', goal);
  await first.send(newCase(file, 'Olena', ingrid), made, newGoal(file, 'Treffe øyelege', 'health'));
  const edit = (text: string) => ({
    ...made,
    id: randomUUID(),
    creates: false,
    fields: { text: { value: text, saw: [made.id], settles: [] } },
  });
  await second.send(edit('A2 innen jul'), newGoal(file, 'a\u0000b'));
  await first.send(edit('B1 innen påske'), newGoal(file, 'Norsk fire dager i uka'));
});
afterAll(async () => {
  await client.end();
  await municipality.close();
});

async function verdict(): Promise<[boolean, string | undefined]> {
  const lines: string[] = [];
  const ok = await verifyAudit(municipality.database, (line) => lines.push(line));
  return [ok, lines.at(-1)];
}

/** As a superuser might: past every policy. Undone afterwards. */
async function altered(statement: string): Promise<[boolean, string | undefined]> {
  const tables = ['change_log', 'record', 'vault', 'tenant'];
  for (const table of tables) await client.query(`create table saved_${table} as select * from fotfeste.${table}`);
  try {
    const { rowCount } = await client.query(statement);
    expect(rowCount).toBeGreaterThan(0);
    return await verdict();
  } finally {
    for (const table of tables) {
      await client.query('set session_replication_role = replica');
      await client.query(`delete from fotfeste.${table}`);
      await client.query(`insert into fotfeste.${table} select * from saved_${table}`);
      await client.query(`drop table saved_${table}`);
    }
  }
}

const oneBit = (column: string) => `set ${column} = set_byte(${column}, 40, get_byte(${column}, 40) # 1)`;

describe('the audit', () => {
  test('finds nothing where nothing was altered', async () => {
    expect(await verdict()).toEqual([true, 'audit ok: 7 changes']);
  });

  test.each([
    ['one bit of a payload', `update fotfeste.change_log ${oneBit('payload')} where seq = 2`, 2],
    ['a salt', `update fotfeste.change_log set salt = reverse(salt) where seq = 3`, 3],
    ['a payload’s hash', `update fotfeste.change_log set payload_hash = reverse(payload_hash) where seq = 3`, 3],
    ['a header’s hash', `update fotfeste.change_log set header_hash = reverse(header_hash) where seq = 4`, 4],
    ['a signature', `update fotfeste.change_log set signature = reverse(signature) where seq = 1`, 1],
    ['a time', `update fotfeste.change_log set received_at = received_at + 1 where seq = 5`, 5],
    [
      'an author',
      `update fotfeste.change_log set author = (select id from fotfeste.staff where subject = 'jonas') where seq = 6`,
      6,
    ],
    ['an outcome', `update fotfeste.change_log set outcome = 'applied' where seq = 5`, 5],
    ['the chain', `update fotfeste.change_log set chain = reverse(chain) where seq = 7`, 7],
    ['a line taken out of the middle', `delete from fotfeste.change_log where seq = 2`, 3],
    ['the last line taken out', `delete from fotfeste.change_log where seq = 7`, 6],
    ['the head', `update fotfeste.tenant set chain = reverse(chain)`, 7],
    [
      'a vault’s key',
      `update fotfeste.vault v set signing_key = (select signing_key from fotfeste.vault o where o.id <> v.id) where counter = 5`,
      7,
    ],
    [
      'a vault’s person',
      `update fotfeste.vault set person = (select id from fotfeste.staff where subject = 'jonas') where counter = 2`,
      4,
    ],
    [
      'one letter of a record',
      `update fotfeste.record set fields = jsonb_set(fields, '{text,value}', '"B1 innen sommerem"') where seq = 6`,
      6,
    ],
    [
      'who waits',
      `update fotfeste.record set fields = jsonb_set(fields, '{text,waiting}', '[]') where id = '${goal}'`,
      6,
    ],
    ['where a record lies', `update fotfeste.record set compartment = 'language' where compartment = 'health'`, 3],
    ['a record’s number', `update fotfeste.record set seq = 1 where seq = 7`, 7],
    ['a record taken out', `delete from fotfeste.record where seq = 3`, 3],
    [
      'a record nobody wrote',
      `insert into fotfeste.record select tenant, gen_random_uuid(), file, compartment, type, fields, 99 from fotfeste.record where seq = 3`,
      99,
    ],
  ])('finds %s', async (_, statement, seq) => {
    const [ok, line] = await altered(statement);
    expect(ok).toBe(false);
    expect(line).toMatch(new RegExp(`^audit broken at seq ${seq}: `));
    expect(await verdict()).toEqual([true, 'audit ok: 7 changes']);
  });

  test('a payload that was shredded on purpose leaves chain and signatures whole', async () => {
    const [ok, line] = await altered('update fotfeste.change_log set salt = null, payload = null where seq = 5');
    expect([ok, line]).toEqual([true, 'audit ok: 7 changes']);
  });
});
