package dev.aisle.recommender.models.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of a training: models as files, between the service and the process that trains. */
public final class TrainerFolder {
    /** The model that serves. */
    public static final String SERVING = "serving.aisle";

    /** A model that was trained outside. */
    public static final String OFFERED = "offered.aisle";

    /** A model that has seen nothing of what happened lately. */
    public static final String PAST = "past.aisle";

    /** The model that the training made. */
    public static final String FITTED = "fitted.aisle";

    /** What is to be said of it. */
    public static final String RESULT = "result.json";

    private TrainerFolder() {}

    /** Removes it and all that is in it; both ends do so, whichever is the last. */
    public static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of a training can't be removed: " + e, e);
        }
    }
}
