package dev.aisle.algorithms.offers;

import java.util.Arrays;

/**
 * Finds the best choice where that is cheap. An offer whose regret takes the bound below what is known already is in no better choice; customers
 * to whom only one is left are closed. The others are decided one after the other over all sums that are worth keeping.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.15.9.494">Nemhauser, Ullmann 1969</a> for the lists of undominated sums
 */
final class OpenCustomers {
    private static final int MOST_OPEN = 400;
    private static final int MOST_SUMS = 300_000;

    private final OfferTable table;
    private final double budget;
    private final double price;
    private final Allocation known;
    private final int[] choice;
    private final int[] open;
    private int openCount;
    private double closedCost;
    private double closedValue;
    private double openBound;

    private OpenCustomers(OfferTable table, double budget, double price, Allocation known) {
        this.table = table;
        this.budget = budget;
        this.price = price;
        this.known = known;
        this.choice = new int[known.choice().length];
        this.open = new int[MOST_OPEN];
    }

    /** The best choice, or the known one where too much is open to find it. */
    static Allocation best(OfferTable table, double budget, double price, Allocation known) {
        return new OpenCustomers(table, budget, price, known).search();
    }

    private Allocation search() {
        for (int customer = 0; customer < choice.length; customer++) {
            if (!close(customer)) {
                if (openCount == MOST_OPEN) {
                    return known;
                }
                open[openCount++] = customer;
                openBound += Lagrangian.best(table, customer, price);
            }
        }
        Sums[] layers = new Sums[openCount + 1];
        layers[0] = Sums.start(closedCost, closedValue);
        double rest = openBound;
        int kept = 0;
        for (int n = 0; n < openCount; n++) {
            rest -= Lagrangian.best(table, open[n], price);
            layers[n + 1] = next(layers[n], open[n], rest);
            kept += layers[n + 1].size;
            if (kept > MOST_SUMS) {
                return known;
            }
        }
        return readBack(layers);
    }

    /** Chooses for a customer with one possibility left; false when there are more. */
    private boolean close(int customer) {
        int possible = 0;
        int only = Allocation.NONE;
        for (int offer = Allocation.NONE; offer < table.offers(); offer++) {
            if (isPossible(customer, offer)) {
                possible++;
                only = offer;
            }
        }
        if (possible > 1) {
            return false;
        }
        choice[customer] = only;
        closedCost += table.costOf(customer, only);
        closedValue += table.valueOf(customer, only);
        return true;
    }

    private boolean isPossible(int customer, int offer) {
        return known.upperBound() - Lagrangian.regret(table, customer, offer, price) > known.value();
    }

    /** All sums with one more customer that fit, that no other one dominates and that can still beat what is known. */
    private Sums next(Sums sums, int customer, double rest) {
        Sums all = new Sums(sums.size * (table.offers() + 1));
        for (int sum = 0; sum < sums.size; sum++) {
            for (int offer = Allocation.NONE; offer < table.offers(); offer++) {
                double cost = sums.cost[sum] + table.costOf(customer, offer);
                double value = sums.value[sum] + table.valueOf(customer, offer);
                boolean canWin = value + price * (budget - cost) + rest > known.value();
                if (cost <= budget && canWin && isPossible(customer, offer)) {
                    all.add(cost, value, sum, offer);
                }
            }
        }
        return all.undominated();
    }

    private Allocation readBack(Sums[] layers) {
        if (layers[openCount].size == 0) {
            return Allocation.of(table, known.choice(), known.value(), true);
        }
        // Undominated sums rise in value with their cost.
        int sum = layers[openCount].size - 1;
        for (int n = openCount; n > 0; n--) {
            choice[open[n - 1]] = layers[n].offer[sum];
            sum = layers[n].from[sum];
        }
        Allocation found = Allocation.of(table, choice, 0, true);
        return found.value() > known.value() && found.cost() <= budget
                ? found
                : Allocation.of(table, known.choice(), known.value(), true);
    }

    /** Sums of cost and value, each with the sum it came from and the offer that was added. */
    private static final class Sums {
        private double[] cost;
        private double[] value;
        private int[] from;
        private int[] offer;
        private int size;

        Sums(int capacity) {
            cost = new double[capacity];
            value = new double[capacity];
            from = new int[capacity];
            offer = new int[capacity];
        }

        static Sums start(double cost, double value) {
            Sums sums = new Sums(1);
            sums.add(cost, value, 0, Allocation.NONE);
            return sums;
        }

        void add(double sumCost, double sumValue, int sumFrom, int sumOffer) {
            cost[size] = sumCost;
            value[size] = sumValue;
            from[size] = sumFrom;
            offer[size++] = sumOffer;
        }

        Sums undominated() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, n -> n);
            Arrays.sort(
                    order,
                    (a, b) ->
                            cost[a] == cost[b] ? Double.compare(value[b], value[a]) : Double.compare(cost[a], cost[b]));
            Sums kept = new Sums(size);
            double most = Double.NEGATIVE_INFINITY;
            for (int n : order) {
                if (value[n] > most) {
                    most = value[n];
                    kept.add(cost[n], value[n], from[n], offer[n]);
                }
            }
            kept.trim();
            return kept;
        }

        private void trim() {
            cost = Arrays.copyOf(cost, size);
            value = Arrays.copyOf(value, size);
            from = Arrays.copyOf(from, size);
            offer = Arrays.copyOf(offer, size);
        }
    }
}
