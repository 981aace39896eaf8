/** Builds dist/ when it is older than its sources. */
export declare const ensureBuilt: (root: string) => void;
