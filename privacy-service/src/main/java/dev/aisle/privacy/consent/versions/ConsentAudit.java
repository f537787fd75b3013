package dev.aisle.privacy.consent.versions;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.consent.statements.WithdrawConsent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Writes a change of consent into the audit log: all that holds after it, and the hash of the row that says so. In the caller's transaction. */
@ApplicationScoped
public class ConsentAudit {
    private final AuditLog log;
    private final Actors actors;
    private final StoredConsents stored;
    private final Successors successors;

    ConsentAudit(AuditLog log, Actors actors, StoredConsents stored, Successors successors) {
        this.log = log;
        this.actors = actors;
        this.stored = stored;
        this.successors = successors;
    }

    void recorded(Pseudonym pseudonym, HistoryEntry entry) {
        Map<String, String> data = new HashMap<>();
        StatementNames.of(entry.snapshot().statements(), entry.snapshot().changedAt())
                .forEach((purpose, status) -> data.put("purpose." + purpose, status));
        data.put(AuditEntry.SUBJECT, pseudonym.value());
        data.put("version", Long.toString(entry.snapshot().version()));
        data.put("receipt", entry.receiptId().toString());
        data.put("row", stored.hash(pseudonym.value(), entry.snapshot().version()));
        data.put("method", entry.method());
        data.put("notice", entry.snapshot().circumstances().noticeVersion());
        data.put("jurisdiction", entry.snapshot().circumstances().jurisdiction());
        boolean withdrawal = entry.method().equals(WithdrawConsent.METHOD);
        log.append(new AuditEntry(withdrawal ? "consent.withdrawn" : "consent.recorded", actors.current(), data));
    }

    /** A version from before entries had a hash, as it was stored when the log began to cover all of them. */
    public void covered(Pseudonym pseudonym, long version, String receipt, String row) {
        log.append(new AuditEntry(
                "consent.covered",
                actors.service(),
                Map.of(
                        AuditEntry.SUBJECT,
                        pseudonym.value(),
                        "version",
                        Long.toString(version),
                        "receipt",
                        receipt,
                        "row",
                        row)));
    }

    /** From here on each stored version has an entry, and so has each move to another pseudonym; how many entries were forgotten before. */
    public void allCovered() {
        log.append(new AuditEntry(
                "consent.all-covered", actors.service(), Map.of("nameless", Long.toString(log.nameless()))));
    }

    /**
     * Versions of the old pseudonym, and of those before it, stand under the new one, or don't stand any more.
     *
     * @param outcome {@code moved}, {@code joined} or {@code dropped}
     */
    void moved(Pseudonym old, Pseudonym now, String outcome, Map<String, String> facts) {
        log.append(moved(new Succession(old.value(), now.value()), outcome, facts, actors.current()));
        for (String earlier : successors.predecessorsOf(old.value())) {
            log.append(moved(new Succession(earlier, now.value()), outcome, Map.of(), actors.current()));
        }
    }

    /** A move from before the log said where to. */
    public void movedEarlier(Succession succession) {
        log.append(moved(succession, "earlier", Map.of(), actors.service()));
    }

    private static AuditEntry moved(Succession succession, String outcome, Map<String, String> facts, String actor) {
        Map<String, String> data = new HashMap<>(facts);
        data.put(AuditEntry.SUBJECT, succession.pseudonym());
        data.put(AuditEntry.SUCCESSOR, succession.successor());
        data.put("outcome", outcome);
        return new AuditEntry("consent.moved", actor, data);
    }

    /** What the topic said of somebody beyond the database, which had gone back; the entry of the version that says so follows as any other. */
    void adopted(Pseudonym pseudonym, long toldEpoch, long toldVersion) {
        log.append(new AuditEntry(
                "consent.adopted",
                actors.service(),
                Map.of(
                        AuditEntry.SUBJECT,
                        pseudonym.value(),
                        "why",
                        "adopted after the database went back",
                        "toldEpoch",
                        Long.toString(toldEpoch),
                        "toldVersion",
                        Long.toString(toldVersion))));
    }

    /** Staff has read what somebody said. */
    public void read(Pseudonym pseudonym, String what) {
        log.append(new AuditEntry(
                "consent.read", actors.current(), Map.of(AuditEntry.SUBJECT, pseudonym.value(), "what", what)));
    }
}
