package dev.aisle.algorithms.pictures;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of files that are read. */
public enum PictureFormat {
    PNG("image/png", 25_000_000),
    JPEG("image/jpeg", 25_000_000),
    /** Is held in memory as a whole while it is read; the others are read row by row. */
    WEBP("image/webp", 4_200_000);

    private final String mediaType;
    private final int mostPixels;

    PictureFormat(String mediaType, int mostPixels) {
        this.mediaType = mediaType;
        this.mostPixels = mostPixels;
    }

    /** As in a Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** Width × height that such a file may have. */
    public int mostPixels() {
        return mostPixels;
    }

    /** The format of a Content-Type, whatever its parameters; {@code image/jpg} is JPEG as well. */
    public static Optional<PictureFormat> ofMediaType(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (format.mediaType.equals(type)) {
                return Optional.of(format);
            }
        }
        return type.equals("image/jpg") ? Optional.of(JPEG) : Optional.empty();
    }

    /** The format that a file's first bytes say. */
    static Optional<PictureFormat> ofBytes(byte[] file) {
        if (begins(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (begins(file, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        return begins(file, 0, 'R', 'I', 'F', 'F') && begins(file, 8, 'W', 'E', 'B', 'P')
                ? Optional.of(WEBP)
                : Optional.empty();
    }

    private static boolean begins(byte[] file, int at, int... wanted) {
        if (file.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((file[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
