package dev.aisle.privacy.export.domain;

import java.nio.charset.StandardCharsets;

/** A file of an archive. */
public record ArchiveFile(String name, byte[] content) {
    /** A file of text. */
    public static ArchiveFile of(String name, String text) {
        return new ArchiveFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
