package dev.aisle.algorithms.offers;

import java.util.Arrays;

/**
 * The multiple-choice knapsack: at most one offer a customer, the greatest total value at a total cost within the budget. Greedy along
 * the upper hull of each customer's offers, which is optimal but for the one step that no longer fits; then swaps; then, where few
 * customers are still open, the best choice itself. The bound is the Lagrangian at the price where the budget ends.
 *
 * @see <a href="https://doi.org/10.1287/opre.27.3.503">Sinha, Zoltners 1979, The Multiple-Choice Knapsack Problem</a>
 */
public final class BudgetAllocation {
    private static final int MOST_SWAP_ROUNDS = 5;

    private final OfferTable table;
    private final double budget;
    private final int[] choice;
    private double spent;
    /** Value that one unit of budget more would bring. */
    private double price;

    private BudgetAllocation(OfferTable table, double budget) {
        this.table = table;
        this.budget = budget;
        this.choice = new int[table.customers()];
    }

    /**
     * Allocates. Time: sorting the steps of the hulls, at most {@code customers × offers} of them; memory: 8 bytes a step.
     *
     * @param budget in the unit of the costs, finite and ≥ 0
     * @throws IllegalArgumentException when the budget is negative or no number
     */
    public static Allocation of(OfferTable table, double budget) {
        if (!(budget >= 0) || !Double.isFinite(budget)) {
            throw new IllegalArgumentException("budget: expected a finite number ≥ 0, was " + budget);
        }
        return new BudgetAllocation(table, budget).allocate();
    }

    private Allocation allocate() {
        Arrays.fill(choice, Allocation.NONE);
        boolean everyStepFits = climb(HullSteps.of(table));
        if (everyStepFits) {
            return Allocation.of(table, choice, 0, true);
        }
        double bound = Lagrangian.bound(table, price, budget);
        for (int round = 0; round < MOST_SWAP_ROUNDS && swap(); round++) {
            // Each round leaves less of the budget over.
        }
        Allocation greedy = Allocation.of(table, choice, bound, false);
        return OpenCustomers.best(table, budget, price, greedy);
    }

    /** Takes the steps, the most value a unit of cost first; whether all of them fit. */
    private boolean climb(long[] steps) {
        boolean all = true;
        for (long step : steps) {
            int at = (int) step;
            int customer = at / table.offers();
            int offer = at % table.offers();
            double gain = table.value()[at] - table.valueOf(customer, choice[customer]);
            double more = table.cost()[at] - table.costOf(customer, choice[customer]);
            if (gain <= 0) {
                // A step with an equal slope has led further already.
                continue;
            }
            if (spent + more <= budget) {
                take(customer, offer, more);
            } else if (all) {
                all = false;
                price = gain / more;
            }
        }
        return all;
    }

    /** Gives customers, one after the other, what is worth most to them of what the rest of the budget still pays. */
    private boolean swap() {
        boolean any = false;
        for (int customer = 0; customer < choice.length; customer++) {
            double paid = table.costOf(customer, choice[customer]);
            int best = choice[customer];
            for (int offer = 0; offer < table.offers(); offer++) {
                boolean fits = spent + table.costOf(customer, offer) - paid <= budget;
                best = fits && table.valueOf(customer, offer) > table.valueOf(customer, best) ? offer : best;
            }
            if (best != choice[customer]) {
                take(customer, best, table.costOf(customer, best) - paid);
                any = true;
            }
        }
        return any;
    }

    private void take(int customer, int offer, double more) {
        choice[customer] = offer;
        spent += more;
    }
}
