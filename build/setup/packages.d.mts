export type Lock = { packages?: Readonly<Record<string, { version?: string; optional?: boolean; link?: boolean }>> };
export declare const agrees: (wanted: Lock | null, installed: Lock | null) => boolean;
export declare const node24: (root: string, machine?: { readonly platform: string; readonly arch: string; readonly execPath: string }) => string;
export declare const hasNode24: (root: string, machine?: { readonly platform: string; readonly arch: string; readonly version: string }) => boolean;
export declare const ensurePackages: (root: string) => void;
