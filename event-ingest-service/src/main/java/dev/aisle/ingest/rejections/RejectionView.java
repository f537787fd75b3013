package dev.aisle.ingest.rejections;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.ingest.rejections.mending.FieldName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as an operator sees it: why and where, and the names of the event's fields. No value of the event and not whose it
 * was: an operator has no business with payloads.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RejectionView(
        String id,
        String code,
        String field,
        String reason,
        Instant rejectedAt,
        String stage,
        String source,
        boolean replayable,
        @Nullable Instant replayedAt,
        List<FieldName> fields) {
    static RejectionView of(Rejection rejection) {
        RejectedEvent event = rejection.event();
        return new RejectionView(
                event.getMessageId(),
                event.getCode(),
                event.getField(),
                event.getReason(),
                rejection.rejectedAt(),
                event.getStage(),
                event.getSource(),
                rejection.replayable(),
                rejection.replayedAt(),
                FieldName.of(event.getEvent()));
    }
}
