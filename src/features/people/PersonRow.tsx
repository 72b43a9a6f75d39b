import { messages } from '../../i18n/messages.ts';
import type { Desk } from '../../state/desk.ts';
import type { PersonRow as Row } from '../../state/people.ts';
import { ageOf } from '../../state/person.ts';
import { nameOfStaff } from '../../state/staff.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { CloudSlashIcon, InterpreterIcon, ShieldIcon } from '../../ui/icons.tsx';
import { ProperName } from '../../ui/ProperName.tsx';
import { pathTo } from '../app/route.ts';
import { ageInWords, languagesInWords } from '../person/person-words.ts';

interface Props {
  row: Row;
  desk: Desk;
  withResponsible: boolean;
}

/** One person in the list, as columns where there is room. The whole row is the link. */
export function PersonRow({ row, desk, withResponsible }: Props) {
  const text = messages.value;
  const { model } = desk;
  const need = row.interpreter?.need ?? 'never';
  return (
    <li>
      <a class="ff-row ff-people" href={pathTo.plan(row.id)}>
        <Avatar initials={row.initials} />
        <span class="ff-people__cell">
          <b class="ff-strong">
            <ProperName name={row.name} language={row.nameLanguage} />
          </b>
          <span class="ff-sub">{ageInWords(ageOf(row, model.today.value))}</span>
        </span>
        <span class="ff-people__cell" data-cell="languages">
          <span>{languagesInWords(row.languages)}</span>
          {need !== 'never' && (
            <span class="ff-sub ff-mark">
              <InterpreterIcon />
              {text.person.interpreter[need]}
            </span>
          )}
          {row.locationProtected && (
            <span class="ff-sub ff-mark">
              <ShieldIcon />
              {text.person.protected}
            </span>
          )}
        </span>
        <span class="ff-people__cell" data-cell="goal">
          {row.longTermGoal && <span class="ff-clamp">{row.longTermGoal}</span>}
          <span class="ff-line" data-wrap>
            <span class="ff-sub">{text.people.measures(row.ongoing)}</span>
            {row.unsent && (
              <Chip icon={CloudSlashIcon} tone="info">
                {text.people.unsent}
              </Chip>
            )}
          </span>
        </span>
        {withResponsible && (
          <span class="ff-sub" data-cell="responsible">
            {row.mine ? text.people.you : nameOfStaff(model, row.responsible)}
          </span>
        )}
      </a>
    </li>
  );
}
