import { type Migration, sql } from 'kysely';

/** One view per type of record, for reports. They see what the one who asks may see. */
export const reportViews: Migration = {
  async up(db) {
    for (const [type, fields] of Object.entries(types)) {
      const columns = fields.map(
        ([name, column, as]) => `fields -> '${name}' ->${as === 'json' ? '' : '>'} 'value' as ${column}`,
      );
      const view = `report_${type.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
      await sql
        .raw(
          `create view ${view} with (security_invoker = true) as
         select tenant, file, id, seq, compartment, ${columns.join(', ')}
         from record where type = '${type}' and coalesce(fields -> 'deleted' ->> 'value', 'false') <> 'true'`,
        )
        .execute(db);
      await sql.raw(`grant select on ${view} to fotfeste_reader, fotfeste_auditor`).execute(db);
    }
  },
};

type Column = readonly [field: string, column: string, as?: 'json'];

/** As the types stood when this migration was made; a later one adds what they gain. */
const types: Record<string, readonly Column[]> = {
  person: [
    ['givenNames', 'given_names'],
    ['familyName', 'family_name'],
    ['birth', 'birth', 'json'],
    ['responsible', 'responsible'],
    ['addressProtection', 'address_protection'],
    ['reference', 'reference'],
  ],
  plan: [
    ['endGoal', 'end_goal'],
    ['longTermGoal', 'long_term_goal'],
    ['permit', 'permit'],
    ['education', 'education'],
    ['settledOn', 'settled_on'],
    ['programmeOfferedOn', 'programme_offered_on'],
    ['programmeStartedOn', 'programme_started_on'],
    ['programmeEndedOn', 'programme_ended_on'],
    ['endReason', 'end_reason'],
  ],
  goal: [
    ['area', 'area'],
    ['text', 'text'],
    ['dueOn', 'due_on'],
  ],
  measure: [
    ['area', 'area'],
    ['goal', 'goal'],
    ['kind', 'kind'],
    ['title', 'title'],
    ['hoursPerWeek', 'hours_per_week'],
    ['period', 'period', 'json'],
    ['status', 'status'],
  ],
  entry: [
    ['kind', 'kind'],
    ['area', 'area'],
    ['happenedOn', 'happened_on'],
    ['text', 'text'],
  ],
  result: [
    ['skill', 'skill'],
    ['level', 'level'],
    ['source', 'source'],
    ['takenOn', 'taken_on'],
  ],
  languageTarget: [
    ['reading', 'reading'],
    ['listening', 'listening'],
    ['writing', 'writing'],
    ['speaking', 'speaking'],
  ],
};
