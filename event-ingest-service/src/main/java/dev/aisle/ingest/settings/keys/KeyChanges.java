package dev.aisle.ingest.settings.keys;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.ingest.v1.KeySecret;
import dev.aisle.contracts.ingest.v1.WriteKey;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a key becomes when an operator changes it. */
final class KeyChanges {
    /** Of one key at the same time; more rotations than that wait for the end of an overlap. */
    public static final int MOST_SECRETS = 5;
    /** How long an old secret may go on beside a new one. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private KeyChanges() {}

    /** A key of that kind with its first secret. */
    public static WriteKey create(String name, KeyKind kind, KeySettings settings, ByteString hash, Instant now) {
        WriteKey.Builder key = WriteKey.newBuilder()
                .setName(name)
                .setServer(kind == KeyKind.SERVER)
                .setCreatedAt(Timestamps.of(now));
        apply(settings, key);
        return key.addSecrets(secret(hash, now)).build();
    }

    /** The key with what is said in the settings; the rest stays. */
    public static WriteKey change(WriteKey key, KeySettings settings) {
        WriteKey.Builder changed = key.toBuilder();
        apply(settings, changed);
        return changed.build();
    }

    /**
     * The key with a new secret beside those that hold, each until the end of the overlap or its own, whichever is earlier.
     *
     * @return {@code null} when it has as many secrets as it may have
     */
    public static @Nullable WriteKey rotate(WriteKey key, Duration overlap, ByteString hash, Instant now) {
        WriteKey.Builder rotated = key.toBuilder().clearSecrets();
        Instant end = now.plus(overlap);
        for (KeySecret old : key.getSecretsList()) {
            KeySecret kept = endingAt(old, end);
            if (DoorKey.holds(kept, now)) {
                rotated.addSecrets(kept);
            }
        }
        return rotated.getSecretsCount() >= MOST_SECRETS
                ? null
                : rotated.addSecrets(secret(hash, now)).build();
    }

    public static WriteKey revoke(WriteKey key, Instant now) {
        return key.toBuilder().setRevokedAt(Timestamps.of(now)).build();
    }

    /** A limit without a burst allows two seconds' worth at once. */
    private static void apply(KeySettings settings, WriteKey.Builder key) {
        if (settings.allowedOrigins() != null) {
            key.clearAllowedOrigins().addAllAllowedOrigins(settings.normalisedOrigins());
        }
        Long perSecond = settings.eventsPerSecond();
        if (perSecond != null) {
            key.setEventsPerSecond(perSecond).setBurst(2 * perSecond);
        }
        if (settings.burst() != null) {
            key.setBurst(settings.burst());
        }
    }

    private static KeySecret endingAt(KeySecret secret, Instant end) {
        boolean endsBefore = secret.hasExpiresAt()
                && Timestamps.toInstant(secret.getExpiresAt()).isBefore(end);
        return endsBefore
                ? secret
                : secret.toBuilder().setExpiresAt(Timestamps.of(end)).build();
    }

    private static KeySecret secret(ByteString hash, Instant now) {
        return KeySecret.newBuilder()
                .setHash(hash)
                .setCreatedAt(Timestamps.of(now))
                .build();
    }
}
