/** SHA-256 over everything dist/ is built from. */
export declare const sourceHash: (root: string) => string;
export declare const isBuildStale: (root: string) => boolean;
export declare const writeBuildStamp: (root: string) => void;
