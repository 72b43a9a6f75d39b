import { mayCreateCase, mayWrite } from '../../src/domain/access.ts';
import { keyBetween } from '../../src/domain/order-key.ts';
import type { Change, Id, Rec, Value } from '../../src/domain/record.ts';
import { type Author, compose, filesSeen, pickRecord, texts, word, writes } from './author.ts';
import { REFUSED_TEXT } from './map-log.ts';

/** What people do, and how often. Each is counted, and each must occur in a long run. */
const weights = {
  'writes a field': 40,
  'makes a record': 8,
  'writes several records at once': 4,
  'settles a waiting value': 30,
  'sets an element': 9,
  'moves in the order': 5,
  deletes: 4,
  'opens a case': 3,
  'does the same again': 5,
  'makes what is not theirs': 2,
  'writes to a record nobody has': 2,
  'writes an invalid value': 2,
  'writes what is no text': 2,
  'writes what cannot be parsed': 2,
  'writes what the database refuses': 2,
  'moves a record to another file': 3,
} as const;
export type Deed = keyof typeof weights;
export const deeds = Object.keys(weights) as Deed[];

/** One action of an author: what they did, and the changes it comes to. */
export interface Action {
  deed: Deed;
  changes: Change[];
}

/** What the author does now. Where they see nothing to do it to, they make something. */
export function nextAction(author: Author): Action | null {
  const deed = author.random.weighted(weights);
  const changes = act[deed](author);
  if (changes) return { deed, changes };
  const written = act['writes a field'](author);
  if (written) return { deed: 'writes a field', changes: written };
  if (filesSeen(author).length > 0) return { deed: 'makes a record', changes: [newRecord(author)] };
  return mayCreateCase(author.role) ? { deed: 'opens a case', changes: newCase(author) } : null;
}

/** A person, and the first goal of their plan. */
export function newCase(author: Author): Change[] {
  const file = author.ids.next();
  const person = { id: file, file, compartment: 'person' as const, type: 'person' };
  const fields = { givenNames: word(author), familyName: '', calledName: word(author), 'languages/uk': true };
  return [compose(author, { record: person, creates: true, fields }), newGoal(author, file, 'language')];
}

const act: Record<Deed, (author: Author) => Change[] | null> = {
  'writes a field': (author) => withRecord(author, (record) => writesText(author, record)),
  'makes a record': (author) => (filesSeen(author).length > 0 ? [newRecord(author)] : null),
  'writes several records at once': (author) => {
    const record = pickRecord(author);
    return record && [newRecord(author), writesText(author, record), newRecord(author)].filter((one) => one !== null);
  },
  'settles a waiting value': settles,
  'sets an element': (author) => withRecord(author, (record) => setsElement(author, record), ['person']),
  'moves in the order': (author) => withRecord(author, (record) => movesInOrder(author, record), ['goal', 'measure']),
  deletes: (author) => withRecord(author, (record) => writes(author, record, { deleted: author.random.chance(0.8) })),
  'opens a case': (author) => (mayCreateCase(author.role) ? newCase(author) : null),
  'does the same again': ({ earlier, random }) => (earlier.length > 0 ? [random.pick(earlier)] : null),
  'makes what is not theirs': (author) => {
    const { strangers, random, role } = author;
    if (strangers.length > 0 && random.chance(0.5)) return [newGoal(author, random.pick(strangers), 'language')];
    const file = filesSeen(author)[0];
    return file && !mayWrite(role, 'health') ? [newGoal(author, file, 'health')] : null;
  },
  'writes to a record nobody has': (author) =>
    withRecord(author, (record) => writesText(author, { ...record, id: author.ids.next(), type: 'goal' }), ['goal']),
  'writes an invalid value': (author) => withRecord(author, (record) => writes(author, record, { madeUp: 1 })),
  'writes what is no text': (author) =>
    withRecord(author, (record) => writesText(author, record, 'half \u0000 a word')),
  'writes what cannot be parsed': (author) => withRecord(author, (record) => writes(author, record, { '': 'unnamed' })),
  'writes what the database refuses': (author) =>
    withRecord(author, (record) => writesText(author, record, REFUSED_TEXT)),
  'moves a record to another file': (author) =>
    withRecord(
      author,
      (record) => {
        const file = author.random.pick(filesSeen(author));
        return file === record.file ? null : writesText(author, { ...record, file });
      },
      ['goal', 'measure'],
    ),
};

function withRecord(author: Author, write: (record: Rec) => Change | null, types?: string[]): Change[] | null {
  const record = pickRecord(author, types);
  const change = record && write(record);
  return change ? [change] : null;
}

function newRecord(author: Author): Change {
  const file = author.random.pick(filesSeen(author));
  const areas = ['language', 'work', 'health', 'transport'] as const;
  const area = author.random.pick(areas.filter((one) => mayWrite(author.role, compartmentOf[one])));
  if (author.random.chance(0.6)) return newGoal(author, file, area);
  const record = { id: author.ids.next(), file, compartment: compartmentOf[area], type: 'measure' };
  const fields = { area, kind: 'NORSK', status: 'planned', title: word(author), order: keyBetween(null, null) };
  return compose(author, { record, creates: true, fields });
}

const compartmentOf = { language: 'language', work: 'work', health: 'health', transport: 'plan' } as const;

function newGoal(author: Author, file: Id, area: keyof typeof compartmentOf): Change {
  const record = { id: author.ids.next(), file, compartment: compartmentOf[area], type: 'goal' };
  return compose(author, {
    record,
    creates: true,
    fields: { area, text: word(author), order: keyBetween(null, null) },
  });
}

function writesText(author: Author, record: Rec, value: Value = word(author)): Change | null {
  const names = texts[record.type];
  return names ? writes(author, record, { [author.random.pick(names)]: value }) : null;
}

function setsElement(author: Author, record: Rec): Change {
  const name = author.random.pick(['languages/uk', 'languages/ti']);
  return writes(author, record, { [name]: author.random.chance(0.5) });
}

function movesInOrder(author: Author, record: Rec): Change {
  const before = record.fields.order?.value;
  return writes(author, record, { order: keyBetween(typeof before === 'string' ? before : null, null) });
}

/** One tap: a value that waits is put in place, or the one that stands is kept, and all that waits is put aside. */
function settles(author: Author): Change[] | null {
  const records = [...author.tab.confirmed.values()];
  const fields = records.flatMap((record) =>
    Object.entries(record.fields).map(([name, field]) => ({ record, name, field })),
  );
  const conflicts = fields.filter(({ field }) => field.waiting.length > 0);
  if (conflicts.length === 0) return null;
  const { record, name, field } = author.random.pick(conflicts);
  const value = author.random.pick([field.value, ...field.waiting.map((one) => one.value)]);
  return [writes(author, record, { [name]: value }, { [name]: field.waiting.map((one) => one.id) })];
}
