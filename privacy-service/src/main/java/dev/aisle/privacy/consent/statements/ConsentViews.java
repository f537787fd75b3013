package dev.aisle.privacy.consent.statements;

import dev.aisle.privacy.consent.versions.Circumstances;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.consent.versions.StatementNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers about consents. */
final class ConsentViews {
    private ConsentViews() {}

    /** {@code GET /v1/consents/{pseudonym}}: version 0 and no decisions when there is nothing to say. */
    record ConsentView(
            String subject,
            long version,
            @Nullable String jurisdiction,
            @Nullable String ageBand,
            @Nullable String noticeVersion,
            boolean gpc,
            Map<String, String> decisions,
            @Nullable Instant changedAt) {
        static ConsentView of(String pseudonym, ConsentSnapshot snapshot, Instant at) {
            Circumstances circumstances = snapshot.circumstances();
            return new ConsentView(
                    pseudonym,
                    snapshot.version(),
                    emptyToNull(circumstances.jurisdiction()),
                    circumstances.ageBand() == null
                            ? null
                            : circumstances.ageBand().wireName(),
                    emptyToNull(circumstances.noticeVersion()),
                    circumstances.gpc(),
                    StatementNames.of(snapshot.statements(), at),
                    snapshot.changedAt().equals(Instant.EPOCH) ? null : snapshot.changedAt());
        }
    }

    /** One entry of a history. */
    record EntryView(UUID receiptId, String method, ConsentView state) {
        static EntryView of(String pseudonym, HistoryEntry entry) {
            return new EntryView(
                    entry.receiptId(),
                    entry.method(),
                    ConsentView.of(pseudonym, entry.snapshot(), entry.snapshot().changedAt()));
        }
    }

    /** {@code GET /v1/consents/{pseudonym}/history}; {@code next} is the version to go on after, when there is more. */
    record HistoryView(
            String subject,
            List<EntryView> entries,
            @Nullable Long next) {}

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
