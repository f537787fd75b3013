package dev.aisle.algorithms.customers.lifetime;

import dev.aisle.algorithms.customers.draws.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A shop whose customers are simulated purchase by purchase, straight from the story that a model tells. */
record SimulatedShop(
        List<PurchaseHistory> histories,
        List<Double> meanAmounts,
        List<double[]> futureTimes,
        List<double[]> futureAmounts,
        List<Boolean> alive) {
    /** When someone buys, and when they leave; infinite when never. */
    private record Life(List<Double> times, double end) {}

    private static final double SEEN = 40;
    private static final double AHEAD = 400;

    private SimulatedShop() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static SimulatedShop of(LifetimeModel model, GammaGamma spend, int customers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulatedShop shop = new SimulatedShop();
        for (int n = 0; n < customers; n++) {
            double age = SEEN - 12 * random.nextDouble();
            Life life = life(model, age + AHEAD, random);
            shop.alive.add(life.end > age);
            shop.add(life.times, age, spend, random);
        }
        return shop;
    }

    private static Life life(LifetimeModel model, double until, SplittableRandom random) {
        List<Double> times = new ArrayList<>();
        double end = Double.POSITIVE_INFINITY;
        switch (model) {
            case BetaGeometric m -> {
                double rate = Draws.gamma(random, m.r()) / m.alpha();
                double left = Draws.gamma(random, m.a());
                double p = left / (left + Draws.gamma(random, m.b()));
                double time = 0;
                end = m.modified() && random.nextDouble() < p ? 0 : end;
                while (time < Math.min(until, end)) {
                    for (int stage = 0; stage < m.k(); stage++) {
                        time += random.nextExponential() / rate;
                    }
                    if (time < until) {
                        times.add(time);
                        end = random.nextDouble() < p ? time : end;
                    }
                }
            }
            case ParetoNbd m -> {
                double rate = Draws.gamma(random, m.r()) / m.alpha();
                end = random.nextExponential() / (Draws.gamma(random, m.s()) / m.beta());
                for (double time = random.nextExponential() / rate; time < Math.min(until, end); ) {
                    times.add(time);
                    time += random.nextExponential() / rate;
                }
            }
            case Nbd m -> {
                double rate = Draws.gamma(random, m.r()) / m.alpha();
                for (double time = random.nextExponential() / rate; time < until; ) {
                    times.add(time);
                    time += random.nextExponential() / rate;
                }
            }
        }
        return new Life(times, end);
    }

    private void add(List<Double> times, double age, GammaGamma spend, SplittableRandom random) {
        double rate = Draws.gamma(random, spend.q()) / spend.v();
        double[] amounts = times.stream()
                .mapToDouble(time -> Draws.gamma(random, spend.p()) / rate)
                .toArray();
        int seen = (int) times.stream().filter(time -> time <= age).count();
        double sum = 0;
        for (int n = 0; n < seen; n++) {
            sum += amounts[n];
        }
        histories.add(new PurchaseHistory(seen, seen == 0 ? 0 : times.get(seen - 1), age));
        meanAmounts.add(seen == 0 ? 0 : sum / seen);
        futureTimes.add(
                times.stream().skip(seen).mapToDouble(time -> time - age).toArray());
        futureAmounts.add(java.util.Arrays.copyOfRange(amounts, seen, amounts.length));
    }

    /** Purchases that the customer really makes in the next t. */
    long future(int customer, double t) {
        return java.util.Arrays.stream(futureTimes.get(customer))
                .filter(time -> time <= t)
                .count();
    }

    /** What the customer really brings, discounted at each month's end. */
    double value(int customer, int months, double discount, double month) {
        double value = 0;
        for (int n = 0; n < futureTimes.get(customer).length; n++) {
            double of = Math.ceil(futureTimes.get(customer)[n] / month);
            value += of <= months ? futureAmounts.get(customer)[n] / Math.pow(1 + discount, of) : 0;
        }
        return value;
    }
}
