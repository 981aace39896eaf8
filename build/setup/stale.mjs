// Is dist/ older than what it is built from? Runs on Node 20, before any package is installed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['domain', 'contract', 'native', 'db', 'electron', 'renderer', 'build/bundle.ts', 'build/typeface', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const IGNORED = /(?:\.test\.tsx?|\.md)$/;

/** Every file below `entry`, sorted, without tests and documents.
 * @param {string} root @param {string} entry @returns {string[]} */
const filesBelow = (root, entry) => {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (path.extname(entry) !== '') return [entry];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter(found => found.isFile() && !IGNORED.test(found.name))
    .map(found => path.relative(root, path.join(found.parentPath ?? found.path, found.name)))
    .toSorted();
};

/** Content, not times: a checkout or a copy must not look older or newer than it is.
 * @param {string} root @returns {string} */
export const sourceHash = root => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(entry => filesBelow(root, entry))) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
};

const stampFile = (/** @type {string} */ root) => path.join(root, 'dist', 'build-stamp');

/** @param {string} root @returns {boolean} */
export const isBuildStale = root => {
  try {
    return readFileSync(stampFile(root), 'utf8') !== sourceHash(root);
  } catch {
    return true;
  }
};

/** @param {string} root */
export const writeBuildStamp = root => {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), sourceHash(root));
};
