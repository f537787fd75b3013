package dev.aisle.assistant.conversations.domain;

import dev.aisle.assistant.shared.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param subject a pseudonym; empty when nobody is known
 * @param kept whether it may outlast its end
 * @param locale BCP 47, as the page said it
 * @param messages how many there are, of both sides
 * @param handedOverAt {@code null} while no person was asked for
 * @param closedAt {@code null} while it is open
 */
public record Conversation(
        UUID id,
        String subject,
        long consentVersion,
        boolean kept,
        Language language,
        String locale,
        Instant openedAt,
        Instant lastAt,
        int messages,
        Memory memory,
        @Nullable Instant handedOverAt,
        @Nullable Instant closedAt) {
    /** However much is said. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** Whether a person was asked for. */
    public boolean handedOver() {
        return handedOverAt != null;
    }

    /** Whether a person of the shop has closed it. */
    public boolean closed() {
        return closedAt != null;
    }

    /** When it ends if nothing more is said. */
    public Instant expiresAt(Duration silence) {
        Instant quiet = lastAt.plus(silence);
        Instant latest = openedAt.plus(LONGEST);
        return quiet.isBefore(latest) ? quiet : latest;
    }

    /** Who speaks, for limits: the person, or the conversation of nobody known. */
    public String speaker() {
        return subject.isEmpty() ? id.toString() : subject;
    }
}
