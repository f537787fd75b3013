package dev.aisle.assistant.conversations.domain;

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
 * Tokens of conversations: the random id and an HMAC-SHA256 over it. A conversation has one subject from its beginning to its end, so a token is bound to both; it
 * names nobody. When it ends is kept with the conversation. The first key signs, each is accepted.
 */
public final class ConversationTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] CONTEXT = "conversation-v1".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 32;
    private static final int LONGEST_TOKEN = 100;

    private final List<SecretKeySpec> keys;

    /** Keys, the one that signs first; at least one. */
    public ConversationTokens(List<byte[]> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("expected at least one key");
        }
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /** The token of a conversation. */
    public String token(UUID conversation) {
        byte[] id = bytes(conversation);
        byte[] token = Arrays.copyOf(id, ID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(sign(keys.getFirst(), id), 0, token, ID_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The conversation of a token; empty when it isn't ours. */
    public Optional<UUID> read(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        boolean ours = keys.stream().anyMatch(key -> MessageDigest.isEqual(sign(key, id), signature));
        ByteBuffer read = ByteBuffer.wrap(id);
        return ours ? Optional.of(new UUID(read.getLong(), read.getLong())) : Optional.empty();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] sign(SecretKeySpec key, byte[] id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(CONTEXT);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
