import { messages } from '../../i18n/messages.ts';
import type { App } from '../../state/model.ts';

/** The mark, large: two ledges, and one who stands on the lower. */
export function DoorArt({ tenant }: { tenant: App['tenant']['value'] }) {
  const text = messages.value;
  return (
    <div class="ff-door__art">
      <svg viewBox="0 0 540 820" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
        <path
          fill="#004b5a"
          d="M-900 820V250H120a34 34 0 0 1 0 68H90v122h190a34 34 0 0 1 0 68H160v120h310a34 34 0 0 1 0 68H250v124Z"
        />
        <circle cx="236" cy="391" r="46" fill="#f5b24a" />
      </svg>
      <div>
        <p class="ff-door__name">{text.app.name}</p>
        <p class="ff-door__place">{tenant && text.door.place(tenant.name, tenant.place)}</p>
      </div>
    </div>
  );
}
