package dev.aisle.privacy.rights.console;

import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.usecase.CancelRequest;
import dev.aisle.privacy.rights.request.usecase.ExtendDeadline;
import dev.aisle.privacy.rights.request.usecase.RestrictSubject;
import dev.aisle.privacy.rights.request.usecase.VerifyRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What an officer can do about a request, together. */
@ApplicationScoped
class RequestSteps {
    private final CancelRequest cancelRequest;
    private final ExtendDeadline extendDeadline;
    private final VerifyRequest verifyRequest;
    private final RestrictSubject restrictSubject;

    RequestSteps(
            CancelRequest cancelRequest,
            ExtendDeadline extendDeadline,
            VerifyRequest verifyRequest,
            RestrictSubject restrictSubject) {
        this.cancelRequest = cancelRequest;
        this.extendDeadline = extendDeadline;
        this.verifyRequest = verifyRequest;
        this.restrictSubject = restrictSubject;
    }

    CancelRequest.Outcome cancel(UUID id) {
        return cancelRequest.cancel(id);
    }

    ExtendDeadline.Outcome extend(UUID id, String because) {
        return extendDeadline.extend(id, because);
    }

    VerifyRequest.Outcome vouch(Verification who, UUID id, String because) {
        return verifyRequest.by(who, id, because);
    }

    RestrictSubject.Lifting lift(UUID id) {
        return restrictSubject.lift(id);
    }
}
