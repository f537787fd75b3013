package dev.aisle.privacy.rights.erasure;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.person.Going;
import dev.aisle.platform.person.PersonHook;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.consent.sealing.EventKeys;
import dev.aisle.privacy.consent.versions.ConsentLog;
import dev.aisle.privacy.rights.export.ExportRepository;
import dev.aisle.privacy.shared.calls.IdempotentAnswers;
import dev.aisle.privacy.vault.traits.ShredVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Removes everything of a person from this service; the others are told that nothing is allowed any more. */
@ApplicationScoped
class RemovePerson implements PersonHook {
    private final ConsentLog consents;
    private final IdempotentAnswers answers;
    private final ExportRepository exports;
    private final ShredVault shredVault;
    private final EventKeys eventKeys;
    private final AuditLog audit;

    RemovePerson(
            ConsentLog consents,
            IdempotentAnswers answers,
            ExportRepository exports,
            ShredVault shredVault,
            EventKeys eventKeys,
            AuditLog audit) {
        this.consents = consents;
        this.answers = answers;
        this.exports = exports;
        this.shredVault = shredVault;
        this.eventKeys = eventKeys;
        this.audit = audit;
    }

    @Override
    public Map<String, Long> going(Going going) {
        return going.why() == Going.Why.ERASURE ? remove(going.pseudonym()) : Map.of();
    }

    private Map<String, Long> remove(String person) {
        Pseudonym pseudonym = new Pseudonym(person);
        Map<String, Long> removed = new TreeMap<>(shredVault.shred(pseudonym));
        removed.put("eventKeys", eventKeys.end(pseudonym));
        removed.put("consentVersions", consents.erase(pseudonym, Instant.now()));
        removed.put("idempotentAnswers", answers.empty(person));
        removed.put("exportParts", exports.erase(person));
        removed.put("auditSubjects", audit.forget(person));
        return removed;
    }
}
