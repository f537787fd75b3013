package dev.aisle.profile.models.fitting;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that lies beside the project's clone in a folder {@code shared}; a test that doesn't find it is skipped and says so. */
public final class Shared {
    private Shared() {}

    /** A file or folder of it. */
    public static Path path(String relative) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(relative);
            if (Files.exists(found)) {
                return found;
            }
        }
        assumeThat(relative)
                .as("this test needs ../shared/%s beside the project", relative)
                .isNull();
        throw new IllegalStateException("An assumption that doesn't hold ends the test.");
    }
}
