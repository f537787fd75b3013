package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.consent.usecase.ConsentLog;
import dev.aisle.privacy.request.domain.RequestType;
import dev.aisle.privacy.request.store.ReceiptRepository;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.ErasedSubjectRow;
import dev.aisle.privacy.shared.store.IdempotentAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Erases a subject here and asks the others to. Everything is one transaction: the tombstone, what is removed, the denial of every
 * purpose, the message to the others, and our own receipt.
 */
@ApplicationScoped
class EraseSubject {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;
    private final ErasedSubjectRepository erased;
    private final IdempotentAnswers answers;
    private final ConsentLog consents;
    private final Erasures erasures;
    private final Outbox outbox;
    private final String service;

    EraseSubject(
            RequestRepository requests,
            ReceiptRepository receipts,
            ErasedSubjectRepository erased,
            IdempotentAnswers answers,
            ConsentLog consents,
            Erasures erasures,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.requests = requests;
        this.receipts = receipts;
        this.erased = erased;
        this.answers = answers;
        this.consents = consents;
        this.erasures = erasures;
        this.outbox = outbox;
        this.service = service;
    }

    /** Erases a subject that the caller holds and that was not erased before. */
    RequestRow erase(Pseudonym pseudonym, Instant now) {
        RequestRow request = new RequestRow(UUID.randomUUID(), pseudonym.value(), RequestType.ERASURE, now);
        requests.persistAndFlush(request);
        erased.persistAndFlush(new ErasedSubjectRow(pseudonym.value(), request.id(), now));
        Map<String, Long> removed = Map.of(
                "consentVersions", consents.erase(pseudonym, now),
                "idempotentAnswers", answers.empty(pseudonym.value()));
        ErasureReceipt receipt = ErasureReceipts.of(erasures.send(request), service, removed);
        receipts.keep(request.id(), receipt, now);
        outbox.put(Topic.ERASURE_RECEIPTS, pseudonym.value(), receipt);
        return request;
    }
}
