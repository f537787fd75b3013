package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.request.domain.RequestStatus;
import dev.aisle.privacy.request.domain.RequestType;
import dev.aisle.privacy.request.store.RequestRepository;
import dev.aisle.privacy.shared.domain.CallKey;
import dev.aisle.privacy.shared.domain.Sha256;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.domain.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.ErasedSubjectRow;
import dev.aisle.privacy.shared.usecase.RepeatedCalls;
import dev.aisle.privacy.shared.usecase.RepeatedCalls.Call;
import dev.aisle.privacy.shared.usecase.Subjects;
import dev.aisle.privacy.shared.usecase.Subjects.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins an erasure. Asked again for somebody who is erased already, it answers with the first request. */
@ApplicationScoped
public class RequestErasure {
    private final Subjects subjects;
    private final ErasedSubjectRepository erased;
    private final ConsentRepository consents;
    private final RequestRepository requests;
    private final EraseSubject eraseSubject;
    private final RepeatedCalls calls;

    RequestErasure(
            Subjects subjects,
            ErasedSubjectRepository erased,
            ConsentRepository consents,
            RequestRepository requests,
            EraseSubject eraseSubject,
            RepeatedCalls calls) {
        this.subjects = subjects;
        this.erased = erased;
        this.consents = consents;
        this.requests = requests;
        this.eraseSubject = eraseSubject;
        this.calls = calls;
    }

    /** What a caller gets for a request, and gets again when it repeats the call. */
    public record Accepted(UUID id, RequestType type, RequestStatus status) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The erasure is under way, or was before. */
        record Begun(Accepted request) implements Outcome {}

        /** The call was made before; this is what was answered then. */
        record BegunBefore(Accepted request) implements Outcome {}

        /** The idempotency key belongs to another request. */
        record KeyOfAnother() implements Outcome {}
    }

    /** Erases the subject. */
    @Transactional
    public Outcome request(SubjectReference subject, @Nullable CallKey key) {
        byte[] fingerprint = Sha256.of(subjects.fingerprint(subject), RequestType.ERASURE.wireName());
        return switch (calls.recognise(key, fingerprint, Accepted.class)) {
            case Call.OtherBody<Accepted> other -> new Outcome.KeyOfAnother();
            case Call.Repeated<Accepted> repeated
            when repeated.answer() != null -> new Outcome.BegunBefore(repeated.answer());
            case Call.Repeated<Accepted> repeated -> new Outcome.BegunBefore(erase(subject));
            case Call.Fresh<Accepted> fresh -> {
                Accepted accepted = erase(subject);
                calls.keep(key, null, accepted);
                yield new Outcome.Begun(accepted);
            }
        };
    }

    private Accepted erase(SubjectReference subject) {
        Found found = subjects.hold(subject);
        Pseudonym pseudonym = lastKnown(subject, found);
        return erased.tombstoneOf(pseudonym.value())
                .map(this::begunBefore)
                .orElseGet(() -> accepted(
                        eraseSubject
                                .erase(pseudonym, Instant.now().truncatedTo(ChronoUnit.MICROS))
                                .id(),
                        RequestStatus.IN_PROGRESS));
    }

    /** Who was erased and has said nothing since is the erased person still: without a consent nothing new was kept. */
    private Pseudonym lastKnown(SubjectReference subject, Found found) {
        boolean cameBack = consents.current(found.pseudonym().value()).version() > 0;
        return subject instanceof ByIdentifier identifier && found.epoch() > 0 && !cameBack
                ? subjects.inEpoch(identifier, found.epoch() - 1)
                : found.pseudonym();
    }

    private Accepted begunBefore(ErasedSubjectRow tombstone) {
        boolean completed = requests.findById(tombstone.requestId()).isCompleted();
        return accepted(tombstone.requestId(), completed ? RequestStatus.COMPLETED : RequestStatus.IN_PROGRESS);
    }

    private static Accepted accepted(UUID id, RequestStatus status) {
        return new Accepted(id, RequestType.ERASURE, status);
    }
}
