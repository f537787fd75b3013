package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.graph.usecase.ResolvePerson;
import dev.aisle.privacy.request.domain.RequestDetails;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.request.store.RequestRow;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.LegalHoldRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Begins a request whose person is verified and whose time has come. The caller holds the subject. */
@ApplicationScoped
class StartRequest {
    private final LegalHoldRepository holds;
    private final ErasedSubjectRepository erased;
    private final ResolvePerson resolvePerson;
    private final EraseSubject eraseSubject;
    private final RestrictSubject restrictSubject;
    private final ObjectToPurposes objectToPurposes;
    private final CorrectRecord correctRecord;
    private final DetailsText detailsText;
    private final RequestAudit audit;

    StartRequest(
            LegalHoldRepository holds,
            ErasedSubjectRepository erased,
            ResolvePerson resolvePerson,
            EraseSubject eraseSubject,
            RestrictSubject restrictSubject,
            ObjectToPurposes objectToPurposes,
            CorrectRecord correctRecord,
            DetailsText detailsText,
            RequestAudit audit) {
        this.holds = holds;
        this.erased = erased;
        this.resolvePerson = resolvePerson;
        this.eraseSubject = eraseSubject;
        this.restrictSubject = restrictSubject;
        this.objectToPurposes = objectToPurposes;
        this.correctRecord = correctRecord;
        this.detailsText = detailsText;
        this.audit = audit;
    }

    void start(RequestRow row, Instant now) {
        Pseudonym pseudonym = new Pseudonym(row.pseudonym());
        RequestDetails details = detailsText.read(row.details());
        switch (row.type()) {
            case ERASURE -> erase(row, pseudonym, now);
            case ACCESS, PORTABILITY -> row.begin(now);
            case RESTRICTION -> row.complete(restrictSubject.restrict(pseudonym, row.id(), now), now);
            case OBJECTION -> row.complete(objectToPurposes.object(pseudonym, details.purposes()), now);
            case RECTIFICATION -> row.complete(correctRecord.correct(pseudonym, details.corrections()), now);
        }
        // An erasure or an export that others have to answer is told when it is complete.
        if (row.isCompleted()) {
            audit.completed(row);
        }
    }

    /** Under a legal hold it waits; what another request has erased meanwhile is not erased twice. */
    private void erase(RequestRow row, Pseudonym pseudonym, Instant now) {
        if (erased.tombstoneOf(pseudonym.value()).isPresent()) {
            row.complete(RequestRepository.ERASED_ALREADY, now);
        } else if (holds.active(pseudonym.value(), now).isEmpty()) {
            // While nobody knows which browsers are the person's, the request waits for its turn.
            resolvePerson.holding(pseudonym).ifPresent(graph -> {
                row.begin(now);
                eraseSubject.erase(pseudonym, graph, row, now);
            });
        }
    }
}
