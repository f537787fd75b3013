package dev.aisle.privacy.vault.masterkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the subjects' keys are under another master key.
 *
 * @param masterKey the key they get
 * @param total keys under another one when it began
 * @param rewrapped done so far
 * @param unusable keys whose master key isn't configured any more, or whose bytes were changed: they stay as they are
 */
record Rotation(
        UUID id,
        String masterKey,
        boolean running,
        long total,
        long rewrapped,
        long unusable,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
