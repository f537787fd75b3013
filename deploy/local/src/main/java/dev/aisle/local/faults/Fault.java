package dev.aisle.local.faults;

import java.time.Duration;

/**
 * One thing that happens.
 *
 * @param target a process or a way, by its name
 * @param lasting from its beginning until it is put right; of a death no time at all
 */
record Fault(FaultKind kind, String target, Duration lasting) {
    /** {@code broker hangs for 7 s}. */
    String spoken() {
        return target + " " + kind.words() + (lasting.isZero() ? "" : " for " + lasting.toSeconds() + " s");
    }
}
