package dev.aisle.bench.kernels;

import dev.aisle.algorithms.flags.FlagContext;
import dev.aisle.algorithms.flags.Flags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One flag of a payload of a hundred, as campaign-service writes it: global holdout, layer, targeting, three variations. Another unit each time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FlagBenchmark {
    private static final int FLAGS = 100;

    private final Map<String, Object> features = new LinkedHashMap<>();
    private int number;

    /** The payload. */
    @Setup(Level.Trial)
    public void write() {
        for (int flag = 0; flag < FLAGS; flag++) {
            features.put("flag-" + flag, Map.of("defaultValue", "control", "rules", List.of(rule(flag))));
        }
    }

    private static Map<String, Object> rule(int flag) {
        return Map.of(
                "key",
                "experiment-" + flag,
                "seed",
                "experiment-" + flag + "/1",
                "hashAttribute",
                "id",
                "hashVersion",
                2,
                "variations",
                List.of("control", "blue", "red"),
                "weights",
                List.of(0.4, 0.3, 0.3),
                "coverage",
                1,
                "meta",
                List.of(Map.of("key", "control"), Map.of("key", "blue"), Map.of("key", "red")),
                "filters",
                List.of(filter("holdout/2026", 0.05, 1), filter("layer/checkout", 0, 0.9)),
                "condition",
                Map.of("country", Map.of("$in", List.of("DE", "CN", "US")), "device", "phone"));
    }

    private static Map<String, Object> filter(String seed, double from, double to) {
        return Map.of("attribute", "id", "seed", seed, "hashVersion", 2, "ranges", List.of(List.of(from, to)));
    }

    /** With the context of the unit, which belongs to the cost. */
    @Benchmark
    public Flags.Flag evaluate() {
        number = (number + 1) % 1_000_000;
        Map<String, Object> attributes =
                Map.of("id", "p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAA" + number, "country", "DE", "device", "phone");
        FlagContext context =
                new FlagContext(attributes, features, Map.of(), Map.of(), true, false, "", Map.of(), null);
        return new Flags(context).evaluate("flag-" + number % FLAGS);
    }
}
