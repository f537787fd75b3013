package dev.aisle.ingest.protocols.ga4;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Ids for events of a protocol that has none, so that a request that is sent again is taken once. The id is a hash of who, when,
 * the place in the request and the event's own bytes: the same request has the same ids, and two equal events of one request
 * have different ones.
 *
 * <p>An event without {@code timestamp_micros} has no id: nothing in it tells a repetition from somebody who looks at the same
 * product again, and losing a true event is worse than counting one twice. One with a {@code transaction_id} has an id even so,
 * since an order happens once.
 */
final class MessageIds {
    private static final byte SEPARATOR = 0x1F;

    private MessageIds() {}

    static Optional<String> derive(JsonNode root, JsonNode event, JsonNode micros, int index, byte[] bytes) {
        boolean happensOnce = event.path("params").hasNonNull("transaction_id");
        if (micros.isMissingNode() && !happensOnce) {
            return Optional.empty();
        }
        MessageDigest hash = sha256();
        for (String part : new String[] {
            root.path("client_id").asText(),
            root.path("app_instance_id").asText(),
            root.path("user_id").asText(),
            micros.asText(),
            String.valueOf(index)
        }) {
            hash.update(part.getBytes(StandardCharsets.UTF_8));
            hash.update(SEPARATOR);
        }
        return Optional.of("ga4-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest(bytes)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
