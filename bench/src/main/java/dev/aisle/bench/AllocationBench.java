package dev.aisle.bench;

import dev.aisle.bench.allocation.AllocationTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./aisle bench allocation}: offers to a million customers under a budget. */
final class AllocationBench {
    private static final String OFFERS = "5";
    private static final List<String> BUDGETS = List.of("0.01", "0.1", "0.5");

    private final int customers;
    private final int starts;

    AllocationBench(Options options) {
        customers = options.number("customers", 1_000_000);
        starts = options.number("starts", 3);
    }

    void run() {
        System.out.println(String.format(
                Locale.ROOT,
                "%,d customers × %s offers; each budget is a share of what all offers that pay would cost. The share of the Lagrangian bound is"
                        + " at most the share of the optimum.",
                customers,
                OFFERS));
        for (String budget : BUDGETS) {
            List<Map<String, String>> lines = new ArrayList<>();
            for (int start = 0; start < starts; start++) {
                lines.addAll(
                        ChildJvm.own(AllocationTrial.class, "3g").run(Integer.toString(customers), OFFERS, budget));
            }
            RecommendBench.figure("budget " + budget + ", seconds", spread(lines, "seconds"));
            RecommendBench.figure("budget " + budget + ", CPU-seconds", spread(lines, "cpu"));
            RecommendBench.figure(
                    "budget " + budget + ", share of the bound",
                    lines.getFirst().get("share") + ", of the budget "
                            + lines.getFirst().get("spent") + ", proven best: "
                            + lines.getFirst().get("exact"));
        }
    }

    private static String spread(List<Map<String, String>> lines, String name) {
        return Spread.of(lines.stream()
                        .map(line -> RecommendBench.number(line, name))
                        .toList())
                .toString();
    }
}
