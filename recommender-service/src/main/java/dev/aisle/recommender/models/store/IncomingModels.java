package dev.aisle.recommender.models.store;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.recommender.models.domain.JointFactors;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder where trainings outside of this service leave their files. */
@Singleton
public class IncomingModels {
    private final Path folder;

    IncomingModels(@ConfigProperty(name = "aisle.models.incoming") Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a model; all of its file is checked first.
     *
     * @param name of the file, without a folder
     */
    public TrainedModel read(String name) throws UnreadableModelException {
        TrainedModel model = reading(() -> ModelFile.read(folder.resolve(name)));
        Optional<String> problem = Soundness.problemOf(model);
        if (problem.isPresent()) {
            throw new UnreadableModelException("it has " + problem.get());
        }
        return model;
    }

    /**
     * Reads item factors that partners learned together; empty when the file isn't of such a training.
     *
     * @param name of the file, without a folder
     */
    public Optional<JointFactors> jointFactors(String name) throws UnreadableModelException {
        return reading(() -> {
            Artefact file = Artefact.open(folder.resolve(name));
            return JointFactors.areIn(file) ? Optional.of(JointFactors.read(file)) : Optional.empty();
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) throws UnreadableModelException {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new UnreadableModelException("it isn't in the folder aisle.models.incoming", e);
        } catch (IOException | UnreadableArtefactException e) {
            String message = String.valueOf(e.getMessage());
            throw new UnreadableModelException(
                    message.replace(folder + folder.getFileSystem().getSeparator(), ""), e);
        }
    }

    /** Removes a file that was taken: a copy would outlive the erasure of those it learned from. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + name + " was taken and can't be removed: " + e.getMessage(), e);
        }
    }
}
