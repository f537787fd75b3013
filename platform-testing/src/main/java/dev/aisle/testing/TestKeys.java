package dev.aisle.testing;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** People's keys for the log, as privacy-service would put them into their consent states: each follows from its name, for tests only. */
public final class TestKeys {
    private TestKeys() {}

    /** The key of that name, wrapped by the sealing key of the configuration. */
    public static PayloadKey of(String name) {
        MasterKeys keys = MasterKeys.of(
                ConfigProvider.getConfig().getValue("aisle.sealing.key", String.class),
                List.of(ConfigProvider.getConfig().getValue("aisle.sealing.keys", String[].class)));
        WrappedKey wrapped = keys.wrap(SubjectKey.of(sha256(name)));
        return PayloadKey.newBuilder()
                .setSealingKey(wrapped.masterKeyId())
                .setWrapped(ByteString.copyFrom(wrapped.bytes()))
                .build();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
