package dev.aisle.bench;

import dev.aisle.bench.experiments.ExperimentTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./aisle bench experiments}: ten million exposures by twenty metrics, each with CUPED, every other one a ratio. */
final class ExperimentsBench {
    private static final int SHARDS = 64;

    private final int exposures;
    private final int metrics;
    private final int starts;

    ExperimentsBench(Options options) {
        exposures = options.number("exposures", 10_000_000);
        metrics = options.number("metrics", 20);
        starts = options.number("starts", 3);
    }

    void run() {
        System.out.println(String.format(
                Locale.ROOT,
                "%,d exposures × %d metrics in %d shards, from the values of units to effects with their intervals.",
                exposures,
                metrics,
                SHARDS));
        List<Map<String, String>> lines = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            lines.addAll(ChildJvm.own(ExperimentTrial.class, "4g")
                    .run(Integer.toString(exposures), Integer.toString(metrics), Integer.toString(SHARDS)));
        }
        RecommendBench.figure("seconds", spread(lines, "seconds"));
        RecommendBench.figure("CPU-seconds", spread(lines, "cpu"));
        RecommendBench.figure(
                "greatest relative difference when shards merge the other way round", spread(lines, "apart"));
    }

    private static String spread(List<Map<String, String>> lines, String name) {
        return Spread.of(lines.stream()
                        .map(line -> RecommendBench.number(line, name))
                        .toList())
                .toString();
    }
}
