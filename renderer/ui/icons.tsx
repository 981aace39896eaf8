/** Drawn here, in the weight of the type beside them; decoration only, the words carry the meaning. */
import type { ReactNode } from 'react';

function Icon({ children, size = '1em' }: { readonly children: ReactNode; readonly size?: string }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
      {children}
    </svg>
  );
}

export const BackspaceIcon = () => (
  <Icon>
    <path d="M8.5 5H21v14H8.5L2.5 12z" />
    <path d="m12 9.5 5 5m0-5-5 5" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m4.5 12.5 5 5 10-11" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const MinusIcon = () => (
  <Icon>
    <path d="M5 12h14" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M5 12h14M12 5v14" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M14.5 5 7.5 12l7 7" />
  </Icon>
);
export const ForwardIcon = () => (
  <Icon>
    <path d="m9.5 5 7 7-7 7" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon>
    <path d="M4.5 7h15M4.5 12h15M4.5 17h15" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon size="1.5em">
    <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" />
  </Icon>
);
export const GripIcon = () => (
  <Icon size="1.25em">
    <path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="m5.5 14.5 6.5-7 6.5 7" />
  </Icon>
);
export const CameraIcon = () => (
  <Icon>
    <path d="M3.5 8.5h4l1.5-3h6l1.5 3h4v11h-17z" />
    <circle cx="12" cy="13.5" r="3.4" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="m5.5 9.5 6.5 7 6.5-7" />
  </Icon>
);
