package dev.aisle.privacy.vault.pseudonyms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the people in the vault stand under the active key.
 *
 * @param total people under an older key when it began
 * @param moved done so far
 * @param leftAlone people of whom the vault holds no identifier that makes their pseudonym; they move when they come back
 */
record PseudonymRotation(
        UUID id,
        String keyId,
        boolean running,
        long total,
        long moved,
        long leftAlone,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
