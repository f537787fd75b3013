package dev.aisle.ingest.rejections.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.contracts.operations.v1.DeadLetter;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A dead letter as an operator sees it: where the record stands and why nobody could read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterView(
        String id,
        String service,
        String topic,
        int partition,
        long offset,
        String reason,
        Instant seenAt,
        int sizeBytes,
        String sha256,
        boolean replayable,
        @Nullable Instant replayedAt) {
    static LetterView of(Letter found) {
        DeadLetter letter = found.letter();
        return new LetterView(
                Letter.idOf(letter),
                letter.getService(),
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                letter.getReason(),
                found.seenAt(),
                letter.getSizeBytes(),
                HexFormat.of().formatHex(letter.getPayloadHash().toByteArray()),
                found.replayable(),
                found.replayedAt());
    }
}
