package dev.aisle.privacy.request.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and who has answered it.
 *
 * @param attempts how often the services were asked
 * @param receipts of the services that have answered, in the order in which they came
 * @param awaiting the services that have not
 */
public record RequestState(
        UUID id,
        RequestType type,
        RequestStatus status,
        Instant requestedAt,
        @Nullable Instant completedAt,
        int attempts,
        List<Receipt> receipts,
        List<String> awaiting) {
    public RequestState {
        receipts = List.copyOf(receipts);
        awaiting = List.copyOf(awaiting);
    }

    /** The services that are expected and have not answered. */
    public static List<String> awaited(List<String> expected, List<String> answered) {
        return expected.stream().filter(service -> !answered.contains(service)).toList();
    }
}
