package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.draws.Draws;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * How long a fit to a million customers takes, and a prediction. Prints; run it as
 * {@code java -cp algorithms/target/test-classes:algorithms/target/classes:LIBRARIES dev.aisle.algorithms.customers.lifetime.LifetimeBench [customers]}.
 */
final class LifetimeBench {
    private static final BetaGeometric TRUTH = BetaGeometric.bgNbd(0.6, 6, 0.8, 2.4);
    private static final int DAYS = 730;
    private static final int PREDICTIONS = 1_000_000;

    private LifetimeBench() {}

    @SuppressWarnings("SystemOut") // it is what this programme is for
    public static void main(String[] arguments) {
        int customers = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        PurchaseHistories histories = timed("count equal customers", () -> shop(customers));
        System.out.println(
                histories.customers() + " customers, " + histories.rows() + " different ones; truth " + TRUTH);
        System.out.println(timed("fit BG/NBD", () -> LifetimeFit.bgNbd(histories)));
        System.out.println(timed("fit MBG/NBD", () -> LifetimeFit.mbgNbd(histories)));
        System.out.println(timed("fit Pareto/NBD", () -> LifetimeFit.paretoNbd(histories)));
        timed("predict BG/NBD for a million", () -> predictions(TRUTH));
        timed("predict Pareto/NBD for a million", () -> predictions(new ParetoNbd(0.553, 10.578, 0.606, 11.669)));
    }

    @SuppressWarnings("SystemOut")
    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.println(String.format(Locale.ROOT, "FIGURE  %s: %.1f s", what, (System.nanoTime() - start) / 1e9));
        return result;
    }

    /** Customers who came over two years, with times in whole days and the unit a week. */
    private static PurchaseHistories shop(int customers) {
        SplittableRandom random = new SplittableRandom(1);
        long[] repeats = new long[customers];
        double[] lastTimes = new double[customers];
        double[] ages = new double[customers];
        for (int n = 0; n < customers; n++) {
            int age = 1 + random.nextInt(DAYS);
            double rate = Draws.gamma(random, TRUTH.r()) / TRUTH.alpha() / 7;
            double left = Draws.gamma(random, TRUTH.a());
            double dropout = left / (left + Draws.gamma(random, TRUTH.b()));
            double day = random.nextExponential() / rate;
            while (day < age) {
                repeats[n]++;
                lastTimes[n] = Math.ceil(day) / 7;
                day = random.nextDouble() < dropout ? age : day + random.nextExponential() / rate;
            }
            ages[n] = age / 7.0;
        }
        return PurchaseHistories.of(repeats, lastTimes, ages);
    }

    private static double predictions(LifetimeModel model) {
        double sum = 0;
        for (int n = 0; n < PREDICTIONS; n++) {
            PurchaseHistory history = new PurchaseHistory(1 + n % 30, 10 + n % 20, 30);
            sum += model.alive(history) + model.expectedPurchases(history, 52);
        }
        return sum;
    }
}
