package dev.aisle.simulator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Chance from a seed and a place: each (shopper, day) has dice of its own, so nothing depends on the order of drawing. */
final class Dice {
    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    static Dice at(long seed, String purpose, long... coordinates) {
        var mixed = mix(seed ^ purpose.hashCode());
        for (var coordinate : coordinates) {
            mixed = mix(mixed + coordinate);
        }
        return new Dice(new SplittableRandom(mixed));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    double share() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double normal() {
        return random.nextGaussian();
    }

    double exponential() {
        return -Math.log(1 - random.nextDouble());
    }

    /** Knuth's method: fine for the small means here. */
    int poisson(double mean) {
        var limit = Math.exp(-mean);
        var count = 0;
        for (var product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> T pick(List<T> from, ToDoubleFunction<T> weight) {
        var left = random.nextDouble() * from.stream().mapToDouble(weight).sum();
        for (var each : from) {
            left -= weight.applyAsDouble(each);
            if (left < 0) {
                return each;
            }
        }
        return from.getLast();
    }
}
