package dev.aisle.campaign.delivery.audiences;

import dev.aisle.campaign.delivery.audiences.AudienceExport.State;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The exports that were begun, at most one of a campaign at a time. */
@Singleton
class KeptExports {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int SHOWN = 100;

    private final AudienceRepository audiences;
    private final AudienceLines lines;
    private final Transactions transactions;
    private final InstantSource clock;

    KeptExports(AudienceRepository audiences, AudienceLines lines, Transactions transactions, InstantSource clock) {
        this.audiences = audiences;
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean isAnybodyListed(String id) {
        return transactions.call(connection -> audiences.isAnybodyListed(connection, id));
    }

    /** Begins one and tells it to the audit trail; empty while another one is under way. */
    Optional<AudienceExport> begin(String id, int version, String by) {
        Instant now = clock.instant();
        AudienceExport export = new AudienceExport(UUID.randomUUID(), id, version, State.STARTED, 0, 0, by, now, null);
        boolean begun = transactions.call(connection -> {
            boolean alone = audiences.begin(connection, export, now.minus(LONGEST));
            if (alone) {
                lines.tell(export);
            }
            return alone;
        });
        return begun ? Optional.of(export) : Optional.empty();
    }

    /** Those of a campaign, the latest first. */
    List<AudienceExport> history(String id) {
        return transactions.call(connection -> audiences.history(connection, id, SHOWN));
    }
}
