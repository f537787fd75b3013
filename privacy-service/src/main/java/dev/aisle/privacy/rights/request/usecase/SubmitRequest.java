package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.rights.graph.ResolvePerson;
import dev.aisle.privacy.rights.request.domain.NewRequest;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.shared.calls.CallKey;
import dev.aisle.privacy.shared.calls.RepeatedCalls;
import dev.aisle.privacy.shared.calls.RepeatedCalls.Call;
import dev.aisle.privacy.shared.calls.Sha256;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.ErasedSubjectRow;
import dev.aisle.privacy.shared.people.HoldSubject;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.people.Subjects;
import dev.aisle.privacy.shared.people.Subjects.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a request in and begins it when nothing stands in the way. Somebody who is erased already gets the first erasure again. */
@ApplicationScoped
public class SubmitRequest {
    private final Subjects subjects;
    private final HoldSubject holdSubject;
    private final ErasedSubjectRepository erased;
    private final ConsentRepository consents;
    private final RequestRepository requests;
    private final ResolvePerson resolvePerson;
    private final OpenRequest openRequest;
    private final RepeatedCalls calls;

    SubmitRequest(
            Subjects subjects,
            HoldSubject holdSubject,
            ErasedSubjectRepository erased,
            ConsentRepository consents,
            RequestRepository requests,
            ResolvePerson resolvePerson,
            OpenRequest openRequest,
            RepeatedCalls calls) {
        this.subjects = subjects;
        this.holdSubject = holdSubject;
        this.erased = erased;
        this.consents = consents;
        this.requests = requests;
        this.resolvePerson = resolvePerson;
        this.openRequest = openRequest;
        this.calls = calls;
    }

    /**
     * What a caller gets for a request, and gets again when it repeats the call.
     *
     * @param oneTimeCode for the shop to deliver to the person; given once
     */
    public record Accepted(
            UUID id,
            RequestType type,
            RequestStatus status,
            @Nullable String oneTimeCode) {
        Accepted withoutCode() {
            return new Accepted(id, type, status, null);
        }

        /** A code is no text for a log. */
        @Override
        public String toString() {
            return "Accepted[" + id + ", " + type + ", " + status + "]";
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is under way, or was before. */
        record Begun(Accepted request) implements Outcome {}

        /** The call was made before; this is what was answered then. */
        record BegunBefore(Accepted request) implements Outcome {}

        /** The idempotency key belongs to another request. */
        record KeyOfAnother() implements Outcome {}

        /** Nothing is kept under this address, and whose address it is can't be found: whoever asks has to name the customer. */
        record UnknownAddress() implements Outcome {}
    }

    /** Takes the request in. */
    @Transactional
    public Outcome submit(NewRequest asked, @Nullable CallKey key) {
        if (subjects.isAddressOfNobody(asked.subject())) {
            return new Outcome.UnknownAddress();
        }
        byte[] fingerprint = Sha256.of(subjects.fingerprint(asked.subject()), asked.canonical());
        return switch (calls.recognise(key, fingerprint, Accepted.class)) {
            case Call.OtherBody<Accepted> other -> new Outcome.KeyOfAnother();
            case Call.Repeated<Accepted> repeated
            when repeated.answer() != null -> new Outcome.BegunBefore(repeated.answer());
            case Call.Repeated<Accepted> repeated -> new Outcome.BegunBefore(take(asked));
            case Call.Fresh<Accepted> fresh -> {
                Accepted accepted = take(asked);
                calls.keep(key, null, accepted.withoutCode());
                yield new Outcome.Begun(accepted);
            }
        };
    }

    private Accepted take(NewRequest asked) {
        boolean erasure = asked.type() == RequestType.ERASURE;
        Found found =
                holdSubject.hold(asked.subject(), person -> erasure ? resolvePerson.everybody(person) : List.of());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!erasure) {
            return openRequest.open(asked, found.pseudonym(), now);
        }
        Pseudonym pseudonym = lastKnown(asked.subject(), found);
        return erased.tombstoneOf(pseudonym.value())
                .map(this::begunBefore)
                .orElseGet(() -> openRequest.open(asked, pseudonym, now));
    }

    /** Who was erased and has said nothing since is the erased person still: without a consent nothing new was kept. */
    private Pseudonym lastKnown(SubjectReference subject, Found found) {
        boolean cameBack = consents.current(found.pseudonym().value()).version() > 0;
        return subject instanceof ByIdentifier identifier && found.epoch() > 0 && !cameBack
                ? subjects.inEpoch(identifier, found.epoch() - 1)
                : found.pseudonym();
    }

    private Accepted begunBefore(ErasedSubjectRow tombstone) {
        RequestRow first = requests.findById(tombstone.requestId());
        return new Accepted(first.id(), first.type(), first.status(), null);
    }
}
