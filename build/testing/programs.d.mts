export const PROGRAMS: readonly (readonly [source: string, bundle: string])[];
export const REPOSITORY: URL;
export const BUNDLES: URL;
