package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.audit.domain.AuditEntry;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import java.util.HashMap;
import java.util.Map;

/** A change of consent as the audit log has it: all that holds after it. */
final class ConsentAudit {
    private ConsentAudit() {}

    static AuditEntry of(Pseudonym pseudonym, HistoryEntry entry, String actor) {
        Map<String, String> data = new HashMap<>();
        StatementNames.of(entry.snapshot().statements(), entry.snapshot().changedAt())
                .forEach((purpose, status) -> data.put("purpose." + purpose, status));
        data.put(AuditEntry.SUBJECT, pseudonym.value());
        data.put("version", Long.toString(entry.snapshot().version()));
        data.put("receipt", entry.receiptId().toString());
        data.put("method", entry.method());
        data.put("notice", entry.snapshot().circumstances().noticeVersion());
        data.put("jurisdiction", entry.snapshot().circumstances().jurisdiction());
        boolean withdrawal = entry.method().equals(WithdrawConsent.METHOD);
        return new AuditEntry(withdrawal ? "consent.withdrawn" : "consent.recorded", actor, data);
    }

    static AuditEntry read(Pseudonym pseudonym, String what, String actor) {
        return new AuditEntry("consent.read", actor, Map.of(AuditEntry.SUBJECT, pseudonym.value(), "what", what));
    }
}
