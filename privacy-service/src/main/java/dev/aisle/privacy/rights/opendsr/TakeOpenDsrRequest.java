package dev.aisle.privacy.rights.opendsr;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.privacy.rights.opendsr.callbacks.CallbackGuard;
import dev.aisle.privacy.rights.opendsr.reading.OpenDsrRequest;
import dev.aisle.privacy.rights.request.domain.NewRequest;
import dev.aisle.privacy.rights.request.domain.RequestDetails;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.usecase.RequestsConfig;
import dev.aisle.privacy.rights.request.usecase.RequestsConfig.Deadline;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Outcome.Begun;
import dev.aisle.privacy.shared.people.SubjectLock;
import dev.aisle.privacy.shared.people.SubjectReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** Takes a controller's request: each identity that can be found becomes a request like any other, pending for a while. */
@ApplicationScoped
class TakeOpenDsrRequest {
    private static final String FINGERPRINT_SCOPE = "opendsr";

    private final OpenDsrRepository repository;
    private final ReadOpenDsrRequest readRequest;
    private final SubmitRequest submitRequest;
    private final Surroundings around;

    TakeOpenDsrRequest(
            OpenDsrRepository repository,
            ReadOpenDsrRequest readRequest,
            SubmitRequest submitRequest,
            Surroundings around) {
        this.repository = repository;
        this.readRequest = readRequest;
        this.submitRequest = submitRequest;
        this.around = around;
    }

    /** What every request is taken with. */
    @Singleton
    record Surroundings(
            PseudonymRing ring, CallbackGuard guard, SubjectLock lock, OpenDsrConfig config, RequestsConfig requests) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is taken; or was before, and nothing has changed. */
        record Taken(OpenDsrState state) implements Outcome {}

        /** The id belongs to another body. */
        record IdOfAnother() implements Outcome {}

        /** A callback leads inside. */
        record ForbiddenCallback() implements Outcome {}
    }

    /** Takes it. The body serves only to tell a repetition from another request with the same id. */
    @Transactional
    public Outcome take(OpenDsrRequest request, byte[] body) {
        around.lock().holdCall(FINGERPRINT_SCOPE + request.id());
        String fingerprint = fingerprint(body);
        OpenDsrRow known = repository.findById(request.id());
        if (known != null) {
            return known.fingerprint().equals(fingerprint)
                    ? new Outcome.Taken(readRequest.state(known))
                    : new Outcome.IdOfAnother();
        }
        boolean forbidden = request.callbacks().stream()
                .anyMatch(url -> around.guard().look(url) instanceof CallbackGuard.Destination.Forbidden);
        return forbidden
                ? new Outcome.ForbiddenCallback()
                : new Outcome.Taken(readRequest.state(keep(request, fingerprint)));
    }

    private OpenDsrRow keep(OpenDsrRequest request, String fingerprint) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant startsAt = now.plus(around.config().startAfter());
        Deadline deadline = around.requests().deadlines().get(request.regulation());
        OpenDsrRow row = new OpenDsrRow(
                        request.id(),
                        fingerprint,
                        request.apiVersion(),
                        request.callbacks().stream().map(URI::toString).toList())
                .at(now, startsAt, deadline == null ? startsAt : Deadline.after(now, deadline.within()));
        repository.persistAndFlush(row);
        request.subjects().forEach(subject -> addPart(request, subject, startsAt));
        return row;
    }

    private void addPart(OpenDsrRequest request, SubjectReference subject, Instant startsAt) {
        NewRequest part = new NewRequest(
                subject, request.type(), request.regulation(), Verification.CONTROLLER, RequestDetails.NONE, startsAt);
        if (submitRequest.submit(part, null) instanceof Begun begun) {
            repository.addPart(request.id(), begun.request().id());
        }
    }

    /** A plain hash of the body could be guessed by who guesses the e-mail address; a keyed one can't. */
    private String fingerprint(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return around.ring()
                    .oldest()
                    .of(
                            FINGERPRINT_SCOPE,
                            IdentifierType.CUSTOMER_ID,
                            HexFormat.of().formatHex(hash))
                    .value();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
