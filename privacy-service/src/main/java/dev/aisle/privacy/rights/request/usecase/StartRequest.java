package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.rights.erasure.EraseSubject;
import dev.aisle.privacy.rights.request.domain.RequestDetails;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Begins a request whose person is verified and whose time has come. The caller holds the subject. */
@ApplicationScoped
class StartRequest {
    private final EraseSubject eraseSubject;
    private final RestrictSubject restrictSubject;
    private final ObjectToPurposes objectToPurposes;
    private final CorrectRecord correctRecord;
    private final DetailsText detailsText;
    private final RequestAudit audit;

    StartRequest(
            EraseSubject eraseSubject,
            RestrictSubject restrictSubject,
            ObjectToPurposes objectToPurposes,
            CorrectRecord correctRecord,
            DetailsText detailsText,
            RequestAudit audit) {
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
            case ERASURE -> eraseSubject.begin(row, pseudonym, now);
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
}
