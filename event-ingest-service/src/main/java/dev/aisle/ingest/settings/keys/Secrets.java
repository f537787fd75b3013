package dev.aisle.ingest.settings.keys;

import com.google.protobuf.ByteString;
import dev.aisle.ingest.shared.values.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes secrets and hashes them. A secret is random and long, so a plain SHA-256 is enough: there is nothing to guess. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 24;
    private static final int SHOWN_HEX = 8;

    private Secrets() {}

    /** A new secret of 192 random bits: {@code wk_…}. */
    public static String create() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return "wk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static ByteString hash(String secret) {
        return Hashes.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** By which people tell secrets apart; nobody finds the secret by it. */
    public static String fingerprint(ByteString hash) {
        return HexFormat.of().formatHex(hash.toByteArray()).substring(0, SHOWN_HEX);
    }
}
