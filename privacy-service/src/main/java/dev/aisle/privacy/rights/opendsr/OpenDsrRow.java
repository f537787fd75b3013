package dev.aisle.privacy.rights.opendsr;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A controller's request. */
@Entity
@Table(name = "opendsr_request")
public class OpenDsrRow {
    /** No address holds one. */
    private static final String SEPARATOR = " ";

    @Id
    UUID subjectRequestId;

    String fingerprint;
    String apiVersion;
    Instant receivedAt;
    Instant expectedAt;
    Instant startsAt;

    @Nullable
    Instant cancelledAt;

    String callbackUrls;
    String reportedStatus;

    @SuppressWarnings("NullAway.Init")
    protected OpenDsrRow() {}

    /** A request that was just received. */
    public OpenDsrRow(UUID id, String fingerprint, String apiVersion, List<String> callbackUrls) {
        this.subjectRequestId = id;
        this.fingerprint = fingerprint;
        this.apiVersion = apiVersion;
        this.callbackUrls = String.join(SEPARATOR, callbackUrls);
        this.receivedAt = Instant.EPOCH;
        this.expectedAt = Instant.EPOCH;
        this.startsAt = Instant.EPOCH;
        this.reportedStatus = RequestStatus.PENDING.wireName();
    }

    /** When it came, when it begins and when it is expected to be done. */
    public OpenDsrRow at(Instant received, Instant starts, Instant expected) {
        receivedAt = received;
        startsAt = starts;
        expectedAt = expected;
        return this;
    }

    public UUID id() {
        return subjectRequestId;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public String apiVersion() {
        return apiVersion;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant expectedAt() {
        return expectedAt;
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** The controller takes it back. */
    public void cancel(Instant at) {
        cancelledAt = at;
    }

    /** Who wants to be told. */
    public List<String> callbackUrls() {
        return callbackUrls.isEmpty() ? List.of() : List.of(callbackUrls.split(SEPARATOR, -1));
    }

    /** What they were told last. */
    public RequestStatus reportedStatus() {
        return RequestStatus.ofWireName(reportedStatus);
    }

    /** They are told this now. */
    public void report(RequestStatus status) {
        reportedStatus = status.wireName();
    }
}
