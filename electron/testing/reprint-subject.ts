/** A counter whose manager prints an older slip again, as a process that a drill may kill; it is told the SALE_ID. Points count from the moment she asks. */
import { playToCrash } from './crash-program.ts';

await playToCrash({
  before: async (cashier) => {
    await cashier.must('people.signOut', {});
    await cashier.must('people.signIn', { userId: 'practice-manager', pin: '5678' });
  },
  act: async (cashier, _, [saleId = '']) => {
    await cashier.must('slip.printAgain', { saleId, fact: { kind: 'product', said: '아메리카노' } });
    for (;;) {
      const { prints } = await cashier.must('history.sale', { saleId });
      if (prints.filter(({ kind, state }) => kind === 'slip' && state === 'confirmed').length === 2) return;
      await cashier.news();
    }
  },
});
