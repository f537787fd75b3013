package dev.aisle.algorithms.flags;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The first 15 hexadecimal digits of a SHA-1, as a number: what LaunchDarkly and PlanOut assign by. No secret hangs on it.
 *
 * @see <a href="https://github.com/facebookarchive/planout/blob/master/python/planout/ops/random.py">PlanOut's random operators</a>
 */
public final class Sha1Fraction {
    private static final double GREATEST = 0xFFFFFFFFFFFFFFFL;

    private Sha1Fraction() {}

    /** The number of a text such as {@code salt.variable.unit}, 0 to 16¹⁵ − 1. */
    public static long hash60(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            long number = 0;
            for (int n = 0; n < Long.BYTES; n++) {
                number = (number << Byte.SIZE) | (digest[n] & 0xff);
            }
            return number >>> 4;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }

    /** The same as a fraction, 0 to 1. */
    public static double of(String text) {
        return hash60(text) / GREATEST;
    }

    /** PlanOut's choice by weights: the first whose cumulated weight isn't below the fraction of their sum. */
    public static int choice(String text, List<Double> weights) {
        double stop =
                of(text) * weights.stream().mapToDouble(Double::doubleValue).sum();
        double upTo = 0;
        for (int n = 0; n < weights.size(); n++) {
            upTo += weights.get(n);
            if (stop <= upTo) {
                return n;
            }
        }
        return weights.size() - 1;
    }
}
