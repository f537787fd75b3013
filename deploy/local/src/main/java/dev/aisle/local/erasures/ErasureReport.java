package dev.aisle.local.erasures;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What was seen.
 *
 * @param took from the first request to the last receipt
 * @param remarks what is wrong; none when all is well
 */
public record ErasureReport(ErasureTrial trial, int kills, Duration took, List<String> remarks) {
    public ErasureReport {
        remarks = List.copyOf(remarks);
    }

    /** In one line. */
    public String spoken() {
        return String.format(
                Locale.ROOT,
                "%,d erasures complete after %d s with %d kills (seed %d): %s",
                trial.people(),
                took.toSeconds(),
                kills,
                trial.seed(),
                remarks.isEmpty() ? "each with every receipt once" : remarks.size() + " remarks");
    }
}
