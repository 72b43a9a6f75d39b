import { messages } from '../../i18n/messages.ts';
import type { ViewRecord } from '../../state/model.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CloudSlashIcon, PencilIcon } from '../../ui/icons.tsx';

interface Props {
  record: ViewRecord | undefined;
  drafted?: boolean;
}

/** Small marks, only while something is not as it will be: typed and not saved, or saved here and not received. */
export function RecordMarks({ record, drafted = false }: Props) {
  const text = messages.value.saving;
  return (
    <>
      {drafted && (
        <Chip icon={PencilIcon} tone="neutral">
          {text.draft}
        </Chip>
      )}
      {record !== undefined && record.unsent.size > 0 && (
        <Chip icon={CloudSlashIcon} tone="info">
          {text.onDevice}
        </Chip>
      )}
    </>
  );
}
