package dev.aisle.local.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What happens in which order: a matter of the seed alone, however long each recovery takes. */
final class FaultPlan {
    private FaultPlan() {}

    /** The first so many faults. Each kind comes once before any comes again, and no target twice in a row. */
    static List<Fault> of(long seed, int count) {
        var random = new Random(seed);
        var plan = new ArrayList<Fault>();
        while (plan.size() < count) {
            var round = new ArrayList<>(Arrays.asList(FaultKind.values()));
            Collections.shuffle(round, random);
            round.forEach(kind -> plan.add(
                    fault(kind, random, plan.isEmpty() ? "" : plan.getLast().target())));
        }
        return List.copyOf(plan.subList(0, count));
    }

    private static Fault fault(FaultKind kind, Random random, String last) {
        var others =
                kind.targets().stream().filter(target -> !target.equals(last)).toList();
        var target = others.get(random.nextInt(others.size()));
        var seconds =
                IntStream.rangeClosed(kind.leastSeconds(), kind.mostSeconds()).toArray();
        return new Fault(kind, target, Duration.ofSeconds(seconds[random.nextInt(seconds.length)]));
    }
}
