package dev.aisle.privacy.rights.export;

import java.nio.charset.StandardCharsets;

/** A file of an archive. */
record ArchiveFile(String name, byte[] content) {
    /** A file of text. */
    public static ArchiveFile of(String name, String text) {
        return new ArchiveFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
