package dev.aisle.local.faults;

import dev.aisle.local.faults.FaultKind.Targets;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import java.time.Duration;

/** Measures this machine before the first fault: how slow its answers are, and how long a service takes that starts anew. */
final class Calibration {
    private static final int ROUNDS = 20;
    /** It takes the longest to start. */
    private static final String SERVICE = "recommender-service";

    private Calibration() {}

    /** Measures; from then on the wellness keeps the limits as well. */
    static Limits run(Arena arena, Wellness wellness, Progress progress) throws InterruptedException {
        var slowest = Duration.ZERO;
        for (int i = 0; i < ROUNDS; i++) {
            ask(wellness, Limits.UNKNOWN.recovery());
            slowest = wellness.slowest().compareTo(slowest) > 0 ? wellness.slowest() : slowest;
        }
        var start = System.nanoTime();
        for (var instance : Targets.instances(SERVICE)) {
            arena.victim(instance).kill();
        }
        ask(wellness, Limits.UNKNOWN.recovery());
        var restart = Duration.ofNanos(System.nanoTime() - start);
        var limits = Limits.of(slowest, restart);
        wellness.keep(limits);
        progress.say("FIGURE  calibration: slowest answer " + slowest.toMillis() + " ms, " + SERVICE
                + " starts anew in " + restart.toMillis() / 1000 + " s; so " + limits.spoken());
        return limits;
    }

    private static void ask(Wellness wellness, Duration patience) {
        var unwell = wellness.awaitWell(patience);
        if (!unwell.isEmpty()) {
            throw new CommandFailure("Not everything works before the first fault: " + unwell);
        }
    }
}
