package dev.aisle.campaign.shared;

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
 * Tokens of links: a random number and half of an HMAC-SHA256 over what it is for, itself and what it leads to, in base64url. A token names nobody, can't be guessed
 * and is good for nothing else. The first key signs, each is accepted, so that keys can be changed under links that are out.
 */
public final class SignedNumbers {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NUMBER_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;

    private final byte[] purpose;
    private final List<SecretKeySpec> keys;

    /**
     * Tokens of one purpose.
     *
     * @param purpose in ASCII; what is signed for one isn't accepted for another
     * @param keys the one that signs first; without any nothing is accepted
     */
    public SignedNumbers(String purpose, List<byte[]> keys) {
        this.purpose = purpose.getBytes(StandardCharsets.US_ASCII);
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /** Whether there is a key to sign with. */
    public boolean canSign() {
        return !keys.isEmpty();
    }

    /** The token of a number that leads to a target; to nothing more than the purpose says for an empty one. */
    public String token(UUID number, String target) {
        byte[] bytes = ByteBuffer.allocate(NUMBER_BYTES)
                .putLong(number.getMostSignificantBits())
                .putLong(number.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(bytes, NUMBER_BYTES + SIGNATURE_BYTES);
        System.arraycopy(sign(keys.getFirst(), bytes, target), 0, token, NUMBER_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The number of a token; empty when it isn't ours, or was made for another target or purpose. */
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

    private byte[] sign(SecretKeySpec key, byte[] number, String target) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose);
            mac.update(number);
            return Arrays.copyOf(mac.doFinal(target.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
