package dev.aisle.ingest.settings.keys;

import com.google.protobuf.ByteString;
import dev.aisle.contracts.ingest.v1.KeySecret;
import dev.aisle.contracts.ingest.v1.WriteKey;
import dev.aisle.ingest.shared.values.Hashes;
import dev.aisle.ingest.shared.values.Timestamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A write key as it is in force.
 *
 * @param configured whether it stands in the configuration and not in the topic
 */
record DoorKey(WriteKey key, boolean configured) {
    /**
     * A key of the configuration: one secret that holds as long as the configuration does, from anywhere, without a limit.
     *
     * @param server whether only servers hold it
     */
    public static DoorKey configured(String name, String secret, boolean server) {
        return new DoorKey(
                WriteKey.newBuilder()
                        .setName(name)
                        .setServer(server)
                        .addSecrets(KeySecret.newBuilder().setHash(Secrets.hash(secret)))
                        .build(),
                true);
    }

    public String name() {
        return key.getName();
    }

    /** Changes with each change of the key. */
    public String version() {
        return Secrets.fingerprint(Hashes.sha256(key.toByteArray()));
    }

    public boolean revoked() {
        return key.hasRevokedAt();
    }

    /** Whether only servers hold it: what its events say of a browser and a customer is vouched for by the shop. */
    public boolean server() {
        return key.getServer();
    }

    /** Who holds it. */
    public KeyKind kind() {
        return server() ? KeyKind.SERVER : KeyKind.PUBLIC;
    }

    /** Whether a browser may use it from there; a server's key never. What sends no origin is no browser. */
    public boolean allows(@Nullable String origin) {
        return origin == null || (!server() && allowsPage(origin));
    }

    private boolean allowsPage(String origin) {
        return key.getAllowedOriginsCount() == 0
                || key.getAllowedOriginsList().contains(KeySettings.normalised(origin));
    }

    /** Whether the secret with that hash holds now. */
    public boolean holds(ByteString hash, Instant now) {
        return !revoked()
                && key.getSecretsList().stream()
                        .anyMatch(secret -> secret.getHash().equals(hash) && holds(secret, now));
    }

    static boolean holds(KeySecret secret, Instant now) {
        return !secret.hasExpiresAt() || now.isBefore(Timestamps.toInstant(secret.getExpiresAt()));
    }
}
