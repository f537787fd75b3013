package dev.aisle.privacy.audit.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the log that somebody asked for.
 *
 * @param checked entries that were computed again so far
 * @param expected entries that there were when it began
 * @param seenAt when it last went on
 * @param result {@code null} while it runs
 */
public record LogCheck(
        UUID id,
        Instant startedAt,
        String startedBy,
        long checked,
        long expected,
        Instant seenAt,
        @Nullable Result result) {
    /** One that hasn't gone on for so long has ended with its process. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /**
     * What it found.
     *
     * @param size entries under the last head
     * @param pending entries that wait for their place
     * @param root of the tree, as it was signed; empty when nothing was
     */
    public record Result(Instant endedAt, long size, long heads, long pending, String root, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /** Whether it goes on. */
    public boolean running(Instant now) {
        return result == null && seenAt.isAfter(now.minus(SILENCE));
    }

    /** Whether it ended without a result. */
    public boolean broken(Instant now) {
        return result == null && !running(now);
    }

    /** Whether everything is as it was signed. */
    public boolean whole() {
        return result != null && result.findings().isEmpty();
    }
}
