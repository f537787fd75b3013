package dev.aisle.privacy.consent.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last refusal of a purpose.
 *
 * @param version the last one that refused it
 * @param since when the refusal began, that is when the last yes ended; {@code null} when it was stored before that was noted
 */
public record Fence(long version, @Nullable Instant since) {}
