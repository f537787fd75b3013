package dev.aisle.platform.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what it is seen that a file is another one than before. */
public final class FileMark {
    private FileMark() {}

    /** The SHA-256 of what is in it; that it isn't there, or can't be read, is a state of it as well. */
    public static String of(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("A JDK has SHA-256", e);
        }
    }
}
