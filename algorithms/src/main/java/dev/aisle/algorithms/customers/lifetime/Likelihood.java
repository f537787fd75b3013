package dev.aisle.algorithms.customers.lifetime;

/** The log-likelihood of many customers. What depends on the number of repeats alone, the costly part, is computed once for each number. */
final class Likelihood {
    private Likelihood() {}

    static double of(LifetimeModel model, PurchaseHistories histories) {
        return switch (model) {
            case BetaGeometric m -> of(histories, m::countTerm, m::timeTerm);
            case ParetoNbd m -> of(histories, m::countTerm, m::timeTerm);
            case Nbd m -> of(histories, m::countTerm, (x, lastTime, age) -> m.timeTerm(x, age));
        };
    }

    private static double of(PurchaseHistories histories, CountTerm countTerm, TimeTerm timeTerm) {
        long known = -1;
        double ofCount = 0;
        double sum = 0;
        for (int row = 0; row < histories.rows(); row++) {
            long x = histories.repeats[row];
            if (x != known) {
                known = x;
                ofCount = countTerm.of(x);
            }
            sum += histories.weights[row] * (ofCount + timeTerm.of(x, histories.lastTimes[row], histories.ages[row]));
        }
        return sum;
    }

    private interface CountTerm {
        double of(long x);
    }

    private interface TimeTerm {
        double of(long x, double lastTime, double age);
    }
}
