package dev.aisle.containers;

import dev.aisle.local.shell.Progress;
import java.util.ArrayList;
import java.util.List;

/** The promises and whether each held, in the order in which it was looked at. */
final class Promises {
    private final Progress progress;
    private final List<Seen> all = new ArrayList<>();

    /** Tells a broken one at once, and all of them at the end. */
    Promises(Progress progress) {
        this.progress = progress;
    }

    /**
     * One of them.
     *
     * @param promise in words
     * @param broken the counter-examples; none when it held
     * @param figure what was seen, when it held
     */
    record Seen(String promise, List<String> broken, String figure) {
        Seen {
            broken = List.copyOf(broken);
        }
    }

    /** Notes one; it held when there is no counter-example. */
    synchronized void see(String promise, List<String> broken, String figure) {
        all.add(new Seen(promise, broken, figure));
        if (!broken.isEmpty()) {
            progress.step("BROKEN: " + promise);
        }
    }

    synchronized boolean held() {
        return all.stream().allMatch(seen -> seen.broken().isEmpty());
    }

    /** Prints a line each, and the counter-examples below. */
    synchronized void print() {
        for (Seen seen : all) {
            progress.say((seen.broken().isEmpty() ? "held    " : "BROKEN  ")
                    + seen.promise()
                    + (seen.figure().isEmpty() ? "" : ": " + seen.figure()));
            seen.broken().forEach(example -> progress.say("          " + example.replace("\n", "\n          ")));
        }
    }
}
