package dev.aisle.algorithms.offers;

/** The budget as a price instead of a limit: L(λ) = λB + Σᵢ maxⱼ (vᵢⱼ − λcᵢⱼ), which no choice within the budget exceeds for any λ ≥ 0. */
final class Lagrangian {
    private Lagrangian() {}

    static double bound(OfferTable table, double price, double budget) {
        double sum = price * budget;
        for (int customer = 0; customer < table.customers(); customer++) {
            sum += best(table, customer, price);
        }
        return sum;
    }

    /** What a customer's best choice is worth after its price; ≥ 0, for there is always no offer. */
    static double best(OfferTable table, int customer, double price) {
        double best = 0;
        for (int offer = 0; offer < table.offers(); offer++) {
            best = Math.max(best, table.valueOf(customer, offer) - price * table.costOf(customer, offer));
        }
        return best;
    }

    /** How much an offer falls short of the customer's best at that price; ≥ 0. */
    static double regret(OfferTable table, int customer, int offer, double price) {
        return best(table, customer, price) - (table.valueOf(customer, offer) - price * table.costOf(customer, offer));
    }
}
