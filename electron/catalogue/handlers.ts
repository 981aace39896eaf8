/** Calls about products → use case. One line each. */
import type { CallAnswer, CallName } from '../../contract/calls.ts';
import type { UndoPlan } from '../../db/catalogue/catalogue.ts';
import type { Result } from '../result.ts';
import { ok } from '../result.ts';
import type { Handlers } from '../router.ts';
import type { Catalogue } from './catalogue.ts';
import type { Exported } from './export.ts';
import type { Imports } from './import/imports.ts';
import type { ListFormat } from './table-writer.ts';

export type CatalogueUseCases = { readonly catalogue: Catalogue; readonly imports: Imports; readonly exportProducts: (format: ListFormat, approvalId: string | null) => Promise<Result<Exported>> };
type CatalogueCall = Extract<CallName, `catalogue.${string}` | `import.${string}`>;

export function catalogueHandlers({ catalogue, imports, exportProducts }: CatalogueUseCases): Pick<Handlers, CatalogueCall> {
  return {
    'catalogue.list': async () => catalogue.list(),
    'catalogue.keyPages': async () => catalogue.keyPages(),
    'catalogue.search': async ({ query, limit, offset }) => catalogue.search(query, limit, offset),
    'catalogue.categories': async () => catalogue.categories(),
    'catalogue.save': ({ productId, product, photo }) => catalogue.save(productId, product, photo.act === 'set' ? { act: 'set', bytes: Buffer.from(photo.base64, 'base64') } : photo),
    'catalogue.photos': ({ photos }) => catalogue.photos(photos),
    'catalogue.delete': ({ productIds }) => catalogue.remove(productIds),
    'catalogue.editKeys': ({ edit }) => catalogue.editKeys(edit),
    'catalogue.undo': () => catalogue.undo(),
    'catalogue.export': ({ format, approvalId }) => exportProducts(format, approvalId),

    'import.begin': ({ fileName, sizeBytes }) => imports.begin(fileName, sizeBytes),
    'import.piece': ({ importId, fromByte, base64 }) => imports.piece(importId, fromByte, Buffer.from(base64, 'base64')),
    'import.setEncoding': ({ importId, encoding }) => imports.setEncoding(importId, encoding),
    'import.setMapping': ({ importId, mapping, existing }) => imports.setMapping(importId, mapping, existing),
    'import.commit': ({ importId }) => imports.commit(importId),
    'import.close': ({ importId }) => imports.close(importId),
    'import.kept': async () => listed(await imports.kept()),
    'import.undoPlan': async ({ importId }) => named(await imports.undoPlan(importId)),
    'import.undo': async ({ importId }) => named(await imports.undo(importId)),
  };
}

function listed<T>(result: Result<readonly T[]>): Result<T[]> {
  return result.ok ? ok([...result.value]) : result;
}

function named(result: Result<UndoPlan>): Result<CallAnswer<'import.undo'>> {
  return result.ok ? ok({ ...result.value, keptNames: [...result.value.keptNames] }) : result;
}
