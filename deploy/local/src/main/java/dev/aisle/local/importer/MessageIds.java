package dev.aisle.local.importer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are the same at every import of the same data, at most 100 characters as the door wants them. */
final class MessageIds {
    private static final int LONGEST = 100;

    private MessageIds() {}

    static String of(String dataset, String what) {
        var id = "imp:" + dataset + ":" + what;
        return id.length() <= LONGEST ? id : "imp:" + hash(id);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
