package dev.aisle.algorithms.flags;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A payload of features that only clients with a key can read: {@code base64(iv).base64(AES-128-CBC(text))}. It hides the names of features; it protects nothing. */
public final class EncryptedPayload {
    private EncryptedPayload() {}

    /**
     * Reads one.
     *
     * @param key of 16 bytes, in base64
     * @return empty when it can't be read with this key
     */
    public static Optional<String> decrypt(String payload, String key) {
        int dot = payload.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(base64.decode(key), "AES"),
                    new IvParameterSpec(base64.decode(payload.substring(0, dot))));
            byte[] text = cipher.doFinal(base64.decode(payload.substring(dot + 1)));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
