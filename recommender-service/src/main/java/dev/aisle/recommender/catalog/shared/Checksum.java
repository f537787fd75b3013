package dev.aisle.recommender.catalog.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a file, as somebody wrote it down who was sure of the file.
 *
 * @param sha256 in lower-case hexadecimal; {@code null} when nobody wrote it down
 */
public record Checksum(@Nullable String sha256) {
    /** That of a file of which nobody wrote it down. */
    public static final Checksum UNKNOWN = new Checksum(null);

    /** The checksum of a file as it is now. */
    public static Checksum of(Path file) throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Checksum(HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether there is something to hold a file against. */
    boolean known() {
        return sha256 != null;
    }

    /**
     * Refuses a file that isn't the one.
     *
     * @param name how it is called in the message
     */
    void require(Path file, String name) throws IOException {
        if (sha256 == null) {
            return;
        }
        String found = of(file).sha256();
        if (!sha256.equals(found)) {
            throw new AlteredFileException(
                    name + " was altered: its checksum is " + found + ", the registry has " + sha256);
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("A JDK has SHA-256", e);
        }
    }
}
