package dev.aisle.campaign.feedback.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
 * Tokens of tracked links: a message's random number and half of an HMAC-SHA256 over it and the target. A token leads to the one target that it was
 * made for, so that nobody can send people elsewhere through us; it names nobody. The first key signs, each is accepted.
 */
public final class SignedTargets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] CONTEXT = "target-v1".getBytes(StandardCharsets.US_ASCII);
    private static final int NUMBER_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;

    private final List<SecretKeySpec> keys;

    /** Keys, the one that signs first; without any nothing is accepted. */
    public SignedTargets(List<byte[]> keys) {
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /** Whether there is a key to sign with. */
    public boolean canSign() {
        return !keys.isEmpty();
    }

    /** The token of a message's link to a target; of its opening for an empty one. */
    public String token(UUID link, String target) {
        byte[] number = ByteBuffer.allocate(NUMBER_BYTES)
                .putLong(link.getMostSignificantBits())
                .putLong(link.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(number, NUMBER_BYTES + SIGNATURE_BYTES);
        System.arraycopy(sign(keys.getFirst(), number, target), 0, token, NUMBER_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The message of a token; empty when it isn't ours, or was made for another target. */
    public Optional<UUID> read(String token, String target) {
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
        boolean ours = keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, number, target), signature));
        ByteBuffer read = ByteBuffer.wrap(number);
        return ours ? Optional.of(new UUID(read.getLong(), read.getLong())) : Optional.empty();
    }

    private static byte[] sign(SecretKeySpec key, byte[] number, String target) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(CONTEXT);
            mac.update(number);
            return Arrays.copyOf(mac.doFinal(target.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
