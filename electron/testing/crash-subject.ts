/** A counter that sells once for cash, with a cash receipt and a slip, as a process that a drill may kill. Points count from the first scan on. */
import { playToCrash } from './crash-program.ts';

await playToCrash({ before: async () => null, act: (cashier) => cashier.sellOnce() });
