package dev.aisle.campaign.placements.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of lists of texts, unambiguous: each list and each text is preceded by its length. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Its 64 hexadecimal digits. */
    @SafeVarargs
    public static String of(List<String>... parts) {
        StringBuilder canonical = new StringBuilder();
        for (List<String> part : parts) {
            canonical.append(part.size()).append(';');
            part.forEach(text -> canonical.append(text.length()).append(':').append(text));
        }
        return HexFormat.of().formatHex(sha256(canonical.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
