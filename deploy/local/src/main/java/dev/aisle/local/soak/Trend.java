package dev.aisle.local.soak;

import java.util.List;
import java.util.Locale;

/**
 * How a figure moves, with the uncertainty of that: a straight line through the means of twelve equal spans of time, by least squares, and the 95 % interval
 * of its slope by Student's t with ten degrees of freedom. Means of spans, for neighbours in time resemble each other.
 *
 * @param mean of the figure
 * @param growth what the line gains in an hour, as a share of the mean
 * @param margin half the width of the interval of that
 */
record Trend(double mean, double growth, double margin) {
    static final int SPANS = 12;
    /** 97.5 % of Student's t with {@code SPANS - 2} degrees of freedom. */
    private static final double T = 2.228;
    /** What nobody would call growth: a service that gains this much in an hour is restarted by its next release first. */
    private static final double TOLERATED = 0.05;

    private static final double SECONDS_OF_AN_HOUR = 3_600;

    enum Verdict {
        FLAT("flat"),
        GROWS("GROWS"),
        UNDECIDED("undecided");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** One look at a figure. */
    record Point(double seconds, double value) {}

    /**
     * Of looks in the order of time.
     *
     * @throws IllegalArgumentException when a span has none
     */
    static Trend of(List<Point> points) {
        var first = points.getFirst().seconds();
        var length = points.getLast().seconds() - first;
        var x = new double[SPANS];
        var y = new double[SPANS];
        var count = new int[SPANS];
        for (var point : points) {
            var span = Math.min(SPANS - 1, (int) (SPANS * (point.seconds() - first) / length));
            x[span] += point.seconds();
            y[span] += point.value();
            count[span]++;
        }
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < SPANS; i++) {
            if (count[i] == 0) {
                throw new IllegalArgumentException("Too few looks: span " + i + " of " + SPANS + " has none");
            }
            x[i] /= count[i];
            y[i] /= count[i];
            meanX += x[i] / SPANS;
            meanY += y[i] / SPANS;
        }
        return fitted(x, y, meanX, meanY);
    }

    private static Trend fitted(double[] x, double[] y, double meanX, double meanY) {
        double squares = 0;
        double products = 0;
        for (int i = 0; i < SPANS; i++) {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
        }
        var slope = products / squares;
        double rest = 0;
        for (int i = 0; i < SPANS; i++) {
            var error = y[i] - meanY - slope * (x[i] - meanX);
            rest += error * error;
        }
        var deviation = Math.sqrt(rest / (SPANS - 2) / squares);
        var scale = meanY == 0 ? 0 : SECONDS_OF_AN_HOUR / meanY;
        return new Trend(meanY, slope * scale, T * deviation * scale);
    }

    /** Flat when it certainly grows by less than 5 % an hour, growing when it certainly does by more. */
    Verdict verdict() {
        if (growth + margin < TOLERATED) {
            return Verdict.FLAT;
        }
        return growth - margin > TOLERATED ? Verdict.GROWS : Verdict.UNDECIDED;
    }

    String spoken(String what, String unit) {
        return String.format(
                Locale.ROOT,
                "%-40s %10.1f %-4s %+6.1f %% an hour ± %.1f: %s",
                what,
                mean,
                unit,
                100 * growth,
                100 * margin,
                verdict());
    }
}
