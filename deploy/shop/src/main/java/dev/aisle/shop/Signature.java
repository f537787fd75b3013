package dev.aisle.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether the assistant has signed something, by Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.content}. */
final class Signature {
    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] secret;

    /** Without a secret nothing is good. */
    Signature(String secret) {
        this.secret = secret.isEmpty()
                ? new byte[0]
                : Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    }

    /**
     * The headers of a request that may be signed.
     *
     * @param timestamp seconds since 1970
     * @param signatures one or more, with spaces between them
     */
    record Signed(String id, String timestamp, String signatures) {}

    boolean good(Signed signed, String content, Instant now) {
        if (secret.length == 0 || !fresh(signed.timestamp(), now)) {
            return false;
        }
        byte[] expected = ("v1," + of(signed.id() + "." + signed.timestamp() + "." + content))
                .getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(signed.signatures().split(" ", -1))
                .anyMatch(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected));
    }

    private static boolean fresh(String timestamp, Instant now) {
        return timestamp.matches("\\d{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
