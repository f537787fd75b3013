package dev.aisle.privacy.rights.request.store;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.privacy.rights.request.domain.OneTimeCode;
import dev.aisle.privacy.rights.request.domain.PartKind;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.domain.Verification;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request. */
@Entity
@Table(name = "subject_request")
public class RequestRow {
    private static final String NO_DETAILS = "{}";

    @Id
    UUID id;

    String pseudonym;
    String type;
    String status;
    String details;

    @Embedded
    TermColumns term;

    @Embedded
    VerificationColumns vouched;

    @Nullable
    String outcome;

    @Nullable
    Instant completedAt;

    int attempts;
    Instant lastSentAt;

    @Nullable
    UUID partOf;

    @Nullable
    String partKind;

    int sharedBrowsers;
    int heldBrowsers;

    @SuppressWarnings("NullAway.Init")
    protected RequestRow() {}

    /** A request that waits for its time. */
    public RequestRow(String pseudonym, RequestType type, String details, TermColumns term, Verification by) {
        this.id = UUID.randomUUID();
        this.pseudonym = pseudonym;
        this.type = type.wireName();
        this.details = details;
        this.term = term;
        this.status = RequestStatus.PENDING.wireName();
        this.vouched = new VerificationColumns(by, term.requestedAt());
        this.lastSentAt = term.requestedAt();
    }

    /** The part of this request that is about the same person under another pseudonym. */
    public RequestRow under(String other, PartKind kind) {
        RequestRow part = new RequestRow(other, type(), details, term, verification());
        part.status = status;
        part.attempts = attempts;
        part.lastSentAt = lastSentAt;
        part.partOf = id;
        part.partKind = kind.wireName();
        return part;
    }

    /** Notes browsers of the person that stay: others use them too, or a legal hold keeps them. */
    public void keeps(int shared, int held) {
        sharedBrowsers = shared;
        heldBrowsers = held;
    }

    /** It runs only once this code was entered, or an officer has vouched. */
    public void expectCode(OneTimeCode code, Instant until) {
        status = RequestStatus.AWAITING_VERIFICATION.wireName();
        vouched = new VerificationColumns(Verification.CODE, null);
        vouched.expect(code.hashFor(id), until);
    }

    public UUID id() {
        return id;
    }

    public String pseudonym() {
        return pseudonym;
    }

    public RequestType type() {
        return RequestType.ofWireName(type).orElseThrow();
    }

    public RequestStatus status() {
        return RequestStatus.ofWireName(status);
    }

    public String details() {
        return details;
    }

    public TermColumns term() {
        return term;
    }

    public Verification verification() {
        return Verification.ofWireName(vouched.verification);
    }

    public boolean isCompleted() {
        return status() == RequestStatus.COMPLETED;
    }

    public Instant requestedAt() {
        return term.requestedAt();
    }

    public @Nullable String outcome() {
        return outcome;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public int attempts() {
        return attempts;
    }

    /** The request that this is a part of; {@code null} when it is whole. */
    public @Nullable UUID partOf() {
        return partOf;
    }

    /** Whether it is the part of that kind. */
    public boolean is(PartKind kind) {
        return kind.wireName().equals(partKind);
    }

    public int sharedBrowsers() {
        return sharedBrowsers;
    }

    public int heldBrowsers() {
        return heldBrowsers;
    }

    /** Whether a code can still be entered. */
    public boolean takesCode(Instant now) {
        return vouched.takesCode(now);
    }

    /** Whether this is the code; a wrong one counts. */
    public boolean tries(OneTimeCode code) {
        return vouched.tries(id, code);
    }

    /** Somebody vouches. */
    public void verified(Verification by, @Nullable StorableText because, Instant at) {
        vouched.verified(by, because, at);
        status = RequestStatus.PENDING.wireName();
    }

    /** Notes what has to be known of its outcome from the start. */
    public void note(String known) {
        outcome = known;
    }

    /** The services are asked for the first time. */
    public void begin(Instant at) {
        status = RequestStatus.IN_PROGRESS.wireName();
        sendAgain(at);
    }

    /** Every service has answered. */
    public void complete(Instant at) {
        status = RequestStatus.COMPLETED.wireName();
        completedAt = at;
    }

    /** It is done, and this is what came of it. */
    public void complete(String result, Instant at) {
        outcome = outcome == null ? result : result + " " + outcome;
        complete(at);
    }

    /** Taken back. */
    public void cancel(Instant at) {
        status = RequestStatus.CANCELLED.wireName();
        completedAt = at;
    }

    /** The person was erased: the mark stands here instead of the pseudonym, and no words of or about the person. */
    public void conceal(String mark) {
        pseudonym = mark;
        details = NO_DETAILS;
        vouched.conceal();
    }

    /** The person has another pseudonym now; what waits sealed was sealed again for it. */
    public void move(String successor, String sealedAgain) {
        pseudonym = successor;
        details = sealedAgain;
    }

    /** The services are asked once more. */
    public void sendAgain(Instant at) {
        attempts++;
        lastSentAt = at;
    }
}
