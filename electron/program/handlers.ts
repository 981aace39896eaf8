/** The program's own calls: going between the places, setting up the shop, finding a printer, changing settings. */
import { stepIsDone } from '../../domain/setup.ts';
import { listSerialPorts } from '../../native/transport/serial-ports.ts';
import { pinProblem } from '../../domain/people.ts';
import type { Mode } from '../../domain/shop.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { ProgramHandlers } from '../router.ts';
import type { KeptDraft } from './draft.ts';
import { shopExists } from './home.ts';
import { notSaved, saved } from './saved.ts';
import { changeSettings, viewSettings } from './settings-room.ts';
import { makeShop } from './shop-folder.ts';
import type { ProgramUse } from './use.ts';

/** More than a computer has; the list crosses whole. */
const MAX_PORTS = 100;

export function createProgramHandlers(use: ProgramUse): ProgramHandlers {
  const { search } = use;
  return {
    'program.view': async () => ({ ok: true, value: use.view() }),
    'program.goTo': ({ place }) => goTo(use, place),

    'setup.save': async ({ draft }) => keep(use, { draft }),
    'setup.keepSecret': async ({ secretKey }) => keep(use, { secretKey }),
    'setup.finish': ({ pin }) => finish(use, pin),

    'printers.search': async () => ifMaySearch(use, async () => search.start()),
    'printers.stop': async () => search.stop(),
    'printers.try': ({ address, columns }) => ifMaySearch(use, () => search.tryOut(address, columns)),

    'settings.view': async () => ifManager(use, async () => viewSettings(use)),
    'settings.ports': () => ifManager(use, async () => ok({ ports: (await listSerialPorts())?.slice(0, MAX_PORTS) ?? null })),
    'settings.change': (change) => ifManager(use, () => changeSettings(use, change)),
  };
}

/** Whether the person signed in has the right to the settings. */
function manages({ mover }: ProgramUse): Result<null> {
  const { signedIn, maySet } = mover.at().app.seat();
  if (signedIn === null) return refuse('people.not-signed-in');
  return maySet ? DONE : refuse('people.forbidden');
}

async function ifManager<T>(use: ProgramUse, act: () => Promise<Result<T>>): Promise<Result<T>> {
  const may = manages(use);
  return may.ok ? act() : may;
}

/** Until there is a shop whoever stands here is setting it up; afterwards devices are a manager's. */
async function ifMaySearch<T>(use: ProgramUse, act: () => Promise<Result<T>>): Promise<Result<T>> {
  return shopExists(use.home) ? ifManager(use, act) : act();
}

/** From the shop practice is a manager's act, and the shop's journal says who went. Into the shop anyone may: her PIN is asked there. */
async function goTo(use: ProgramUse, place: Mode): Promise<Result<null>> {
  const { mover, home } = use;
  const at = mover.at();
  if (at.place === place) return DONE;
  if (place === 'shop' && !shopExists(home)) return refuse('program.no-shop');
  const may = at.place === 'shop' ? manages(use) : DONE;
  if (!may.ok) return may;
  return mover.go(place, () => at.app.record({ kind: 'program.place-left', payload: { to: place } }));
}

function keep({ home, drafts, changed, log }: ProgramUse, change: Partial<KeptDraft>): Result<null> {
  if (shopExists(home)) return refuse('setup.shop-exists');
  return saved(log, () => {
    drafts.put(change);
    changed();
  });
}

/** The shop is made before practice is left, and practice is left only when nothing is being sold there. */
async function finish(use: ProgramUse, pin: string): Promise<Result<null>> {
  const { home, drafts, mover, log } = use;
  if (shopExists(home)) return refuse('setup.shop-exists');
  const { draft, secretKey } = drafts.get();
  if (!stepIsDone('review', draft, secretKey !== '')) return refuse('setup.incomplete', draft.step);
  if (pinProblem(pin) !== null) return refuse('setup.incomplete', 'owner');
  return mover.go('shop', async () => {
    try {
      const made = await makeShop(use, { draft, secretKey, pin });
      if (made.ok) drafts.drop();
      return made;
    } catch (problem) {
      return notSaved(log, problem);
    }
  });
}
