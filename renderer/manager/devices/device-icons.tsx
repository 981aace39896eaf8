/** The devices as small drawings of our own: lines in the colour of the text, the same hand throughout. Decoration; the words say it. */
import type { ReactNode } from 'react';
import type { DeviceId } from '../../words/devices.ts';

const DRAWINGS = {
  printer: (
    <>
      <path d="M15 22V6h18v16" />
      <path d="M19.5 11.5h9M19.5 16h6" />
      <rect x="7" y="22" width="34" height="18" rx="3.5" />
      <path d="M14 29h20" />
      <circle cx="35" cy="34.5" r="1.2" />
    </>
  ),
  drawer: (
    <>
      <path d="M10 20l5-9h18l5 9" />
      <rect x="6" y="20" width="36" height="18" rx="3" />
      <path d="M20 29h8" />
      <path d="M10 38v3M38 38v3" />
    </>
  ),
  terminal: (
    <>
      <rect x="12" y="5" width="24" height="38" rx="4" />
      <rect x="17" y="10" width="14" height="9" rx="1.5" />
      <path d="M18 26h2M23 26h2M28 26h2M18 31.5h2M23 31.5h2M28 31.5h2" />
      <path d="M18 38h12" />
    </>
  ),
  gateway: (
    <>
      <path d="M7 19 24 8l17 11z" />
      <path d="M12 24v11M20 24v11M28 24v11M36 24v11" />
      <path d="M7 40h34" />
    </>
  ),
  display: (
    <>
      <rect x="6" y="8" width="36" height="23" rx="3" />
      <path d="M24 31v8M15 40h18" />
      <path d="M13 16h12M13 22h7M32 22h3" />
    </>
  ),
  scanner: (
    <>
      <path d="M10 9h21a6 6 0 0 1 6 6v1a4 4 0 0 1-4 4H13z" />
      <path d="m19 20-4 19h8l5-19" />
      <path d="M41 10.5h3M41.5 16h2.5" />
    </>
  ),
  pad: (
    <>
      <rect x="5" y="16" width="32" height="23" rx="3" />
      <path d="M10.5 33h20" />
      <path d="M12 28c2.5-5 4.5-5 5.5-1.5s2.5 2 4.5-1.5 3.5-1 4.5 1.5" />
      <path d="M43 7 33.5 20.5l-1.5 4.5 4-2.500L45.5 9z" />
    </>
  ),
  journal: (
    <>
      <path d="M12 8h22a3 3 0 0 1 3 3v27a3 3 0 0 1-3 3H12z" />
      <path d="M12 8a4 4 0 0 0-2 3.5v26a3.5 3.5 0 0 0 2 3.5" />
      <path d="M18.5 17h12M18.5 23.5h12M18.5 30h7" />
    </>
  ),
} as const satisfies Record<DeviceId, ReactNode>;

export function DeviceIcon({ device, className }: { readonly device: DeviceId; readonly className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" className={className}>
      {DRAWINGS[device]}
    </svg>
  );
}
