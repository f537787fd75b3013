package dev.aisle.recommender.models.outside;

import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A file of this machine that a model goes to: whoever looks finds a whole file or none.
 *
 * @param place as it was given
 */
public record LocalOutput(String place, Path file) {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Looks before hours of work whether the place can be written. */
    public void check() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new TrainingFailure("The model can't be written to " + place
                    + ": expected the name of a file in a folder that is there and can be written.");
        }
    }

    /** Writes it. */
    public void write(TrainedModel model) {
        try {
            ModelFile.write(model, file);
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    /** The failure of a place that can't be written. */
    public static TrainingFailure unwritable(String place, IOException cause) {
        return new TrainingFailure("The model can't be written to " + place + ": " + cause.getMessage(), cause);
    }

    /** Refuses a model that couldn't answer. */
    public static void requireSound(TrainedModel model) {
        Soundness.problemOf(model).ifPresent(problem -> {
            throw new TrainingFailure("The model has " + problem + ": it is not written.");
        });
    }

    /** A name for a model of now; the service gives it another one when it takes it. */
    public static Name name(String trainer) {
        Instant now = Instant.now();
        return new Name(VERSION.format(now) + "-" + trainer, now);
    }
}
