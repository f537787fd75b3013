package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Succession;
import dev.aisle.privacy.audit.domain.AuditEntry;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import java.util.HashMap;
import java.util.Map;

/** A change of consent as the audit log has it: all that holds after it, and the hash of the row that says so. */
final class ConsentAudit {
    private ConsentAudit() {}

    /** @param row the hash of the version as it is stored */
    static AuditEntry of(Pseudonym pseudonym, HistoryEntry entry, String row, String actor) {
        Map<String, String> data = new HashMap<>();
        StatementNames.of(entry.snapshot().statements(), entry.snapshot().changedAt())
                .forEach((purpose, status) -> data.put("purpose." + purpose, status));
        data.put(AuditEntry.SUBJECT, pseudonym.value());
        data.put("version", Long.toString(entry.snapshot().version()));
        data.put("receipt", entry.receiptId().toString());
        data.put("row", row);
        data.put("method", entry.method());
        data.put("notice", entry.snapshot().circumstances().noticeVersion());
        data.put("jurisdiction", entry.snapshot().circumstances().jurisdiction());
        boolean withdrawal = entry.method().equals(WithdrawConsent.METHOD);
        return new AuditEntry(withdrawal ? "consent.withdrawn" : "consent.recorded", actor, data);
    }

    /** A version from before entries had a hash, as it was stored when the log began to cover all of them. */
    static AuditEntry covered(Pseudonym pseudonym, long version, String receipt, String row, String actor) {
        return new AuditEntry(
                "consent.covered",
                actor,
                Map.of(
                        AuditEntry.SUBJECT,
                        pseudonym.value(),
                        "version",
                        Long.toString(version),
                        "receipt",
                        receipt,
                        "row",
                        row));
    }

    /**
     * From here on each stored version has an entry, and so has each move to another pseudonym.
     *
     * @param nameless how many entries were forgotten before the log said so
     */
    static AuditEntry allCovered(long nameless, String actor) {
        return new AuditEntry("consent.all-covered", actor, Map.of("nameless", Long.toString(nameless)));
    }

    /**
     * What became of the versions of somebody whose pseudonym changed: {@code moved}, {@code joined} or {@code dropped}; {@code earlier} when that was
     * before the log said where to.
     */
    static AuditEntry moved(Succession succession, String outcome, Map<String, String> facts, String actor) {
        Map<String, String> data = new HashMap<>(facts);
        data.put(AuditEntry.SUBJECT, succession.pseudonym());
        data.put(AuditEntry.SUCCESSOR, succession.successor());
        data.put("outcome", outcome);
        return new AuditEntry("consent.moved", actor, data);
    }

    /** What the topic said of somebody beyond the database, which had gone back; the entry of the version that says so follows as any other. */
    static AuditEntry adopted(Pseudonym pseudonym, long toldEpoch, long toldVersion, String actor) {
        return new AuditEntry(
                "consent.adopted",
                actor,
                Map.of(
                        AuditEntry.SUBJECT,
                        pseudonym.value(),
                        "why",
                        "adopted after the database went back",
                        "toldEpoch",
                        Long.toString(toldEpoch),
                        "toldVersion",
                        Long.toString(toldVersion)));
    }

    static AuditEntry read(Pseudonym pseudonym, String what, String actor) {
        return new AuditEntry("consent.read", actor, Map.of(AuditEntry.SUBJECT, pseudonym.value(), "what", what));
    }
}
