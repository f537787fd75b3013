package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.audit.usecase.AuditLog;
import dev.aisle.privacy.consent.usecase.ConsentLog;
import dev.aisle.privacy.export.store.ExportRepository;
import dev.aisle.privacy.request.store.ReceiptRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.sealing.usecase.EventKeys;
import dev.aisle.privacy.shared.store.IdempotentAnswers;
import dev.aisle.privacy.vault.usecase.ShredVault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's own part of an erasure, with a receipt like everybody's. */
@ApplicationScoped
class OwnErasure {
    private final ConsentLog consents;
    private final IdempotentAnswers answers;
    private final ExportRepository exports;
    private final ShredVault shredVault;
    private final EventKeys eventKeys;
    private final ReceiptRepository receipts;
    private final AuditLog audit;
    private final Outbox outbox;
    private final ReceiptSigner signer;
    private final String service;

    OwnErasure(
            ConsentLog consents,
            IdempotentAnswers answers,
            ExportRepository exports,
            ShredVault shredVault,
            EventKeys eventKeys,
            ReceiptRepository receipts,
            AuditLog audit,
            Outbox outbox,
            ReceiptSigner signer,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.consents = consents;
        this.answers = answers;
        this.exports = exports;
        this.shredVault = shredVault;
        this.eventKeys = eventKeys;
        this.receipts = receipts;
        this.audit = audit;
        this.outbox = outbox;
        this.signer = signer;
        this.service = service;
    }

    void erase(Pseudonym pseudonym, RequestRow request, Erasure erasure, Instant now) {
        Map<String, Long> removed = new TreeMap<>(shredVault.shred(pseudonym));
        removed.put("eventKeys", eventKeys.end(pseudonym));
        removed.put("consentVersions", consents.erase(pseudonym, now));
        removed.put("idempotentAnswers", answers.empty(pseudonym.value()));
        removed.put("exportParts", exports.erase(pseudonym.value()));
        removed.put("auditSubjects", audit.forget(pseudonym.value()));
        ErasureReceipt receipt = signer.sign(ErasureReceipts.ofDatabase(erasure, service, removed));
        receipts.keep(request.id(), receipt, now);
        outbox.put(Topic.ERASURE_RECEIPTS, pseudonym.value(), receipt);
    }
}
