package dev.aisle.local.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.ServiceEnvironment;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for the log of the people whom the tools make, each following from the pseudonym, and what was sealed under them. It reads the
 * format of ADR 25 without the services' code: {@code 1 ‖ iv ‖ ciphertext ‖ tag}, bound to {@code topic|pseudonym|message id}.
 */
public final class LogKeys {
    private static final int IV_FROM = 1;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private LogKeys() {}

    /** The key of a person, as the consent state carries it. */
    static PayloadKey of(String pseudonym) {
        try {
            Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
            byte[] sealing = HexFormat.of().parseHex(ServiceEnvironment.SEALING_KEY);
            cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(sealing, "AES"));
            return PayloadKey.newBuilder()
                    .setSealingKey(ServiceEnvironment.SEALING_KEY_ID)
                    .setWrapped(ByteString.copyFrom(cipher.wrap(secret(pseudonym))))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK wraps keys by AES-KWP", e);
        }
    }

    /** Everything of an event of the log of such a person; of a clear one, itself. */
    public static ShopEvent opened(Topic topic, ShopEvent event) {
        try {
            return read(topic, event);
        } catch (AEADBadTagException e) {
            throw new CommandFailure("An event that its person's key doesn't open: " + e.getMessage(), e);
        }
    }

    /** The same, but of an event of somebody else, whose key the tools don't have, what is clear. */
    public static ShopEvent openedIfOurs(Topic topic, ShopEvent event) {
        try {
            return read(topic, event);
        } catch (AEADBadTagException _) {
            return event;
        }
    }

    private static ShopEvent read(Topic topic, ShopEvent event) throws AEADBadTagException {
        if (event.getSealed().isEmpty()) {
            return event;
        }
        byte[] sealed = event.getSealed().toByteArray();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    secret(event.getPseudonym()),
                    new GCMParameterSpec(TAG_BITS, sealed, IV_FROM, IV));
            cipher.updateAAD(place(topic, event).getBytes(StandardCharsets.UTF_8));
            byte[] payload = cipher.doFinal(sealed, IV_FROM + IV, sealed.length - IV_FROM - IV);
            return ShopEvent.parseFrom(payload).toBuilder()
                    .mergeFrom(event.toBuilder().clearSealed().build())
                    .build();
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException | InvalidProtocolBufferException e) {
            throw new CommandFailure("An event that its person's key doesn't open: " + e.getMessage(), e);
        }
    }

    private static String place(Topic topic, ShopEvent event) {
        return topic.topicName() + "|" + escaped(event.getPseudonym()) + "|" + escaped(event.getMessageId());
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }

    private static SecretKeySpec secret(String pseudonym) throws GeneralSecurityException {
        byte[] key = MessageDigest.getInstance("SHA-256").digest(pseudonym.getBytes(StandardCharsets.UTF_8));
        return new SecretKeySpec(key, "AES");
    }
}
