import { useState } from 'react';
import { ImportScreen } from '../import/import-screen.tsx';
import { KeysScreen } from '../keys/keys-screen.tsx';
import { mayHere } from '../../cashier/approval/people-context.ts';
import type { RoomProps, TakeScans } from '../room.tsx';
import type { NewProduct } from './fields.ts';
import { ProductListScreen } from './product-list-screen.tsx';

export type ProductsScreenProps = RoomProps & { readonly start: NewProduct | null; readonly takeScans: TakeScans };

/** The shop's products: the list of them, a list on its way in, and their keys on the sale screen. */
export function ProductsScreen(props: ProductsScreenProps) {
  const { view } = props;
  // An import goes on while nobody looks: whoever comes back finds it.
  const [place, setPlace] = useState<'list' | 'import' | 'keys'>(view.catalogue.import === null || props.start !== null ? 'list' : 'import');
  const toList = () => setPlace('list');
  const mayChange = mayHere(view, 'keys-and-products');
  if (mayChange && place === 'import') return <ImportScreen view={view} onLeave={toList} />;
  if (mayChange && place === 'keys') return <KeysScreen view={view} onLeave={toList} />;
  return <ProductListScreen {...props} onImport={() => setPlace('import')} onKeys={() => setPlace('keys')} />;
}
