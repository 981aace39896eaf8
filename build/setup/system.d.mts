export type Needs = { browser: boolean; display: boolean; serial: boolean };
export declare const findBrowser: () => string | null;
export declare const findElectron: (root: string) => string | null;
export declare const missingDebianPackages: (needs: Needs) => string[];
export declare const ensureSystem: (needs: Needs, logDir: string) => void;
