package dev.aisle.ingest.settings.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.ingest.v1.KeySecret;
import dev.aisle.contracts.ingest.v1.WriteKey;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as an operator sees it: everything but the secrets.
 *
 * @param kind {@code public} of pages and apps, or {@code server}
 * @param source {@code api}, or {@code configuration} of a key that no call can change
 * @param secret only in the answer that made it
 * @param lastUsedHere at the instance that answers, since it started
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WriteKeyView(
        String name,
        String kind,
        String source,
        @Nullable String secret,
        @Nullable Instant createdAt,
        @Nullable Instant revokedAt,
        List<String> allowedOrigins,
        long eventsPerSecond,
        long burst,
        List<SecretView> secrets,
        @Nullable Instant lastUsedHere) {

    /**
     * One of the secrets that hold.
     *
     * @param id tells it apart from the others, and says nothing of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SecretView(
            String id,
            @Nullable Instant createdAt,
            @Nullable Instant expiresAt) {
        static SecretView of(KeySecret secret) {
            return new SecretView(
                    Secrets.fingerprint(secret.getHash()),
                    secret.hasCreatedAt() ? Timestamps.toInstant(secret.getCreatedAt()) : null,
                    secret.hasExpiresAt() ? Timestamps.toInstant(secret.getExpiresAt()) : null);
        }
    }

    static WriteKeyView of(DoorKey door, @Nullable Instant lastUsed, @Nullable String secret) {
        WriteKey key = door.key();
        return new WriteKeyView(
                key.getName(),
                door.kind().wireName(),
                door.configured() ? "configuration" : "api",
                secret,
                instant(key.hasCreatedAt(), key.getCreatedAt()),
                instant(key.hasRevokedAt(), key.getRevokedAt()),
                key.getAllowedOriginsList(),
                key.getEventsPerSecond(),
                key.getBurst(),
                secretsOf(door),
                lastUsed);
    }

    /** Those of the configuration may be short words, of which even a part of a hash would tell something. */
    private static List<SecretView> secretsOf(DoorKey door) {
        return door.configured()
                ? List.of()
                : door.key().getSecretsList().stream().map(SecretView::of).toList();
    }

    private static @Nullable Instant instant(boolean given, Timestamp timestamp) {
        return given ? Timestamps.toInstant(timestamp) : null;
    }
}
