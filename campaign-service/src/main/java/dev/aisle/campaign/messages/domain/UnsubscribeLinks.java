package dev.aisle.campaign.messages.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of links by which somebody unsubscribes: the message's random number and half of its HMAC-SHA256, in base64url. They name
 * nobody and can't be guessed; the first key signs, each is accepted, so that keys can be changed under links that are out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058#section-3.1">RFC 8058, 3.1: an opaque part that is hard to forge</a>
 */
public final class UnsubscribeLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] CONTEXT = "unsubscribe-v1".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int NUMBER_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;

    private final List<SecretKeySpec> keys;

    /** Keys of at least 32 bytes, the one that signs first. */
    public UnsubscribeLinks(List<byte[]> keys) {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length < LEAST_KEY_BYTES)) {
            throw new IllegalArgumentException("Expected at least one key, each of 32 bytes or more");
        }
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /** The token of a message. */
    public String token(UUID link) {
        byte[] number = bytes(link);
        byte[] token = Arrays.copyOf(number, NUMBER_BYTES + SIGNATURE_BYTES);
        System.arraycopy(sign(keys.getFirst(), number), 0, token, NUMBER_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The message of a token; empty when we didn't sign it. */
    public Optional<UUID> link(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != NUMBER_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] number = Arrays.copyOf(bytes, NUMBER_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, NUMBER_BYTES, bytes.length);
        boolean ours = keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, number), signature));
        ByteBuffer read = ByteBuffer.wrap(number);
        return ours ? Optional.of(new UUID(read.getLong(), read.getLong())) : Optional.empty();
    }

    private static byte[] bytes(UUID link) {
        return ByteBuffer.allocate(NUMBER_BYTES)
                .putLong(link.getMostSignificantBits())
                .putLong(link.getLeastSignificantBits())
                .array();
    }

    private static byte[] sign(SecretKeySpec key, byte[] number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(CONTEXT);
            return Arrays.copyOf(mac.doFinal(number), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
