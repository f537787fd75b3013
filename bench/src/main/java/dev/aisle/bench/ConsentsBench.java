package dev.aisle.bench;

import dev.aisle.bench.consents.ConsentTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./aisle bench consents}: a million people's consents in memory, as bytes and as objects. */
final class ConsentsBench {
    private static final Map<String, String> FIGURES = Map.of(
            "bytes", "live bytes a person",
            "load", "CPU-seconds to load",
            "everybody", "nanoseconds a look-up among everybody",
            "visitors", "nanoseconds a look-up among 2,000");

    private final int people;
    private final int starts;

    ConsentsBench(Options options) {
        people = options.number("people", 1_000_000);
        starts = options.number("starts", 3);
    }

    void run() {
        System.out.println(String.format(Locale.ROOT, "%,d people", people));
        for (String kind : List.of("objects", "bytes")) {
            List<Map<String, String>> lines = new ArrayList<>();
            for (int start = 0; start < starts; start++) {
                lines.addAll(ChildJvm.own(ConsentTrial.class, "3g").run(kind, Integer.toString(people)));
            }
            FIGURES.forEach((name, said) -> RecommendBench.figure(
                    "as " + kind + ", " + said,
                    Spread.of(lines.stream()
                                    .map(line -> RecommendBench.number(line, name))
                                    .toList())
                            .toString()));
        }
    }
}
