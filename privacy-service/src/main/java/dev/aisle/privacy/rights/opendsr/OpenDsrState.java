package dev.aisle.privacy.rights.opendsr;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A controller's request and how far it is.
 *
 * @param matched how many of its identities led to somebody
 */
public record OpenDsrState(
        UUID id, String apiVersion, Instant receivedAt, Instant expectedAt, RequestStatus status, int matched) {
    /**
     * How far a request is that consists of others (section 8 knows pending, in_progress, completed, cancelled).
     *
     * @param begun whether its time has come
     * @param parts what its identities led to; none when all were hashes
     */
    public static RequestStatus status(boolean cancelled, boolean begun, List<RequestStatus> parts) {
        if (cancelled) {
            return RequestStatus.CANCELLED;
        }
        if (parts.isEmpty()) {
            return begun ? RequestStatus.COMPLETED : RequestStatus.PENDING;
        }
        if (parts.stream().allMatch(RequestStatus::isEnded)) {
            return parts.contains(RequestStatus.COMPLETED) ? RequestStatus.COMPLETED : RequestStatus.CANCELLED;
        }
        return parts.stream().allMatch(RequestStatus::canBeCancelled)
                ? RequestStatus.PENDING
                : RequestStatus.IN_PROGRESS;
    }
}
