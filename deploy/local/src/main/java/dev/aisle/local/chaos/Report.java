package dev.aisle.local.chaos;

import java.util.List;
import java.util.Locale;

/**
 * How a trial went.
 *
 * @param kills    by kill -9: door, refine, broker
 * @param crashes  at named points
 * @param retries  requests that were sent again
 */
public record Report(Trial trial, Findings findings, List<Integer> kills, int crashes, long retries, double seconds) {
    public Report {
        kills = List.copyOf(kills);
    }

    /** One line a figure. */
    public String spoken() {
        return String.format(
                Locale.ROOT,
                """
                FIGURE  seed: %d
                FIGURE  killed with kill -9: door %d, refine %d, broker %d times; %d crashes at named points
                FIGURE  acknowledged: %,d events in %.0f s, %,d requests were sent again
                FIGURE  acknowledged and missing: %d
                FIGURE  double effects: %d
                FIGURE  out of order per person: %d; breaks in refine's count of a person: %d\
                """,
                trial.seed(),
                kills.get(0),
                kills.get(1),
                kills.get(2),
                crashes,
                findings.acknowledged(),
                seconds,
                retries,
                findings.missing(),
                findings.doubled(),
                findings.swapped(),
                findings.sequenceBreaks());
    }
}
