package dev.aisle.ingest.door.usecase;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys with which shops write. Each entry of {@code aisle.write-keys} is {@code key} or {@code name:key}; only the name
 * is ever shown.
 */
@Singleton
public class WriteKeys {
    private final Map<String, byte[]> hashesByName = new LinkedHashMap<>();

    WriteKeys(@ConfigProperty(name = "aisle.write-keys") List<String> entries) {
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            String name = colon < 0 ? "write-key-" + (hashesByName.size() + 1) : entry.substring(0, colon);
            hashesByName.put(name, sha256(entry.substring(colon + 1).strip()));
        }
    }

    /** The name of a key; empty when it is none of ours. Takes as long for every key. */
    public Optional<String> nameOf(String key) {
        byte[] hash = sha256(key);
        String found = null;
        for (Map.Entry<String, byte[]> known : hashesByName.entrySet()) {
            if (MessageDigest.isEqual(known.getValue(), hash)) {
                found = known.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
