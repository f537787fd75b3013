package dev.aisle.platform.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** One version of style and scripts together: a hash of what they are, in their addresses. */
@Singleton
class Assets {
    private static final String FOLDER = "/META-INF/resources/console/assets/";
    private static final List<String> FILES =
            List.of("console.css", "console.js", "charts.js", "htmx.min.js", "uPlot.iife.min.js", "uPlot.min.css");
    private static final int BYTES = 6;

    private final String version = hash();

    String version() {
        return version;
    }

    private static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream in =
                        Objects.requireNonNull(Assets.class.getResourceAsStream(FOLDER + file), FOLDER + file)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the console's assets", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
