package dev.aisle.local.race;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a race went.
 *
 * @param uses asked for and answered
 * @param afterWithdrawal those of them that began while an acknowledged withdrawal held
 * @param violations those of them that used the person's data
 * @param allowed how often each kind was allowed, while it might be
 * @param atOnce withdrawals that were answered with 200
 * @param later those that were answered with 202 and followed
 * @param p50Millis from DELETE to 200 before the first kill
 */
public record RaceReport(
        RaceTrial trial,
        long uses,
        long afterWithdrawal,
        long violations,
        Map<Kind, Long> allowed,
        long atOnce,
        long later,
        long p50Millis,
        long p99Millis,
        long healthyWithdrawals,
        int kills,
        double seconds,
        List<String> remarks) {
    public RaceReport {
        allowed = Map.copyOf(allowed);
        remarks = List.copyOf(remarks);
    }

    /** One line a figure. */
    public String spoken() {
        String kinds = allowed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> kind.getKey().name().toLowerCase(Locale.ROOT) + " " + kind.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """
                FIGURE  seed: %d
                FIGURE  uses: %,d in %.0f s, %,d of them after an acknowledged withdrawal; services killed with kill -9: %d times
                FIGURE  allowed while granted: %s
                FIGURE  withdrawals: %,d answered with 200, %,d with 202
                FIGURE  from DELETE to 200, healthy: p50 %d ms, p99 %d ms, of %d
                FIGURE  uses that began after the acknowledged withdrawal: %d\
                """,
                trial.seed(),
                uses,
                seconds,
                afterWithdrawal,
                kills,
                kinds,
                atOnce,
                later,
                p50Millis,
                p99Millis,
                healthyWithdrawals,
                violations);
    }
}
