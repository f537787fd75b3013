package dev.aisle.privacy.rights.request.domain;

import dev.aisle.privacy.shared.people.SubjectReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param regulation under which law; it decides the deadline
 * @param verification who vouches; {@link Verification#CODE}: nobody yet
 * @param startsAt until when it can be taken back; {@code null}: it begins at once
 */
public record NewRequest(
        SubjectReference subject,
        RequestType type,
        String regulation,
        Verification verification,
        RequestDetails details,
        @Nullable Instant startsAt) {
    /** What makes two requests the same. */
    public String canonical() {
        // The first release knew erasures only, and its idempotency keys are still remembered.
        boolean plain = type == RequestType.ERASURE && verification != Verification.CODE && startsAt == null;
        return plain
                ? type.wireName()
                : String.join(
                        "|",
                        type.wireName(),
                        regulation,
                        verification.wireName(),
                        details.canonical(),
                        String.valueOf(startsAt));
    }
}
