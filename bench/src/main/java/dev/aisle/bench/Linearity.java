package dev.aisle.bench;

import dev.aisle.bench.Peers.Peer;
import dev.aisle.bench.data.MadeShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * What an iteration costs in shops of one shape, so many interactions a person and an item, that are a tenth, a fifth, a half and the whole of a size.
 *
 * @param peers who train
 * @param rank of the factors
 * @param threads of each
 * @param starts of the JVM
 * @param rounds of measuring a start, after it has warmed up
 */
record Linearity(List<Peer> peers, String rank, String threads, int starts, int rounds) {
    private static final double[] SHARES = {0.1, 0.2, 0.5, 1};

    /** A size and what an iteration of it cost. */
    private record Point(double interactions, Spread cost) {}

    /** @param most interactions of the largest */
    void print(int most) {
        for (Peer peer : peers) {
            List<Point> points = new ArrayList<>();
            for (double share : SHARES) {
                Point point = measure(peer, source(most, share));
                points.add(point);
                print(peer, point);
            }
            double[] logarithms = line(points, Math::log);
            double[] straight = line(points, value -> value);
            RecommendBench.figure(
                    peer.name() + ", an iteration grows with the interactions to the power of",
                    String.format(
                            Locale.ROOT,
                            "%.2f; as a straight line %.1f ms and %.0f ns an interaction",
                            logarithms[1],
                            1e3 * straight[0],
                            1e9 * straight[1]));
        }
    }

    private static void print(Peer peer, Point point) {
        Spread cost = point.cost();
        double nanos = 1e9 / point.interactions();
        RecommendBench.figure(
                String.format(Locale.ROOT, "%,.0f interactions, %s", point.interactions(), peer.name()),
                String.format(
                        Locale.ROOT,
                        "%s CPU-s an iteration, %.0f (%.0f–%.0f) ns an interaction",
                        cost,
                        cost.median() * nanos,
                        cost.low() * nanos,
                        cost.high() * nanos));
    }

    /** A shop of the shape of the whole: what is smaller has as many interactions a person and an item. */
    private static String source(int most, double share) {
        MadeShop whole = MadeShop.of(most);
        return "made:" + Math.round(most * share) + ":" + Math.round(whole.users() * share) + ":"
                + Math.round(whole.items() * share);
    }

    private Point measure(Peer peer, String source) {
        List<Double> costs = new ArrayList<>();
        double interactions = 0;
        for (int start = 0; start < starts; start++) {
            for (Map<String, String> round : peer.run("steady", source, rank, threads, Integer.toString(rounds))) {
                costs.add(RecommendBench.number(round, "cost"));
                interactions = RecommendBench.number(round, "interactions");
            }
        }
        return new Point(interactions, Spread.of(costs));
    }

    /** Intercept and slope of the least squares line through the points, both coordinates scaled. */
    private static double[] line(List<Point> points, DoubleUnaryOperator scale) {
        double sumX = 0;
        double sumY = 0;
        double across = 0;
        double along = 0;
        for (Point point : points) {
            double x = scale.applyAsDouble(point.interactions());
            double y = scale.applyAsDouble(point.cost().median());
            sumX += x;
            sumY += y;
            across += x * y;
            along += x * x;
        }
        int n = points.size();
        double slope = (across - sumX * sumY / n) / (along - sumX * sumX / n);
        return new double[] {(sumY - slope * sumX) / n, slope};
    }
}
