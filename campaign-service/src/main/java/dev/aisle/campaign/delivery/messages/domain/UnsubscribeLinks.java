package dev.aisle.campaign.delivery.messages.domain;

import dev.aisle.campaign.shared.SignedNumbers;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens of links by which somebody unsubscribes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058#section-3.1">RFC 8058, 3.1: an opaque part that is hard to forge</a>
 */
public final class UnsubscribeLinks {
    private static final int LEAST_KEY_BYTES = 32;

    private final SignedNumbers numbers;

    /** Keys of at least 32 bytes, the one that signs first. */
    public UnsubscribeLinks(List<byte[]> keys) {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length < LEAST_KEY_BYTES)) {
            throw new IllegalArgumentException("Expected at least one key, each of 32 bytes or more");
        }
        this.numbers = new SignedNumbers("unsubscribe-v1", keys);
    }

    /** The token of a message. */
    public String token(UUID link) {
        return numbers.token(link, "");
    }

    /** The message of a token; empty when we didn't sign it. */
    public Optional<UUID> link(String token) {
        return numbers.read(token, "");
    }
}
