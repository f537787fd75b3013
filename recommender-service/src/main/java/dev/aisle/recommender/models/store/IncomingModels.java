package dev.aisle.recommender.models.store;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.catalog.shared.ModelStorage;
import dev.aisle.recommender.catalog.shared.SharedFiles;
import dev.aisle.recommender.catalog.shared.SharedFiles.Reading;
import dev.aisle.recommender.models.domain.JointFactors;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files that trainings outside of this service leave: in the folder {@code aisle.models.incoming}, or with a bucket below {@code incoming/} there. */
@Singleton
public class IncomingModels {
    private final SharedFiles files;

    IncomingModels(ModelStorage storage) {
        this.files = storage.incoming();
    }

    /**
     * Reads a model; all of its file is checked first.
     *
     * @param name of the file, without a folder
     */
    public TrainedModel read(String name) throws UnreadableModelException {
        TrainedModel model = reading(name, ModelFile::read);
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
        return reading(name, IncomingModels::jointFactorsIn);
    }

    private static Optional<JointFactors> jointFactorsIn(Path place) throws IOException {
        Artefact file = Artefact.open(place);
        return JointFactors.areIn(file) ? Optional.of(JointFactors.read(file)) : Optional.empty();
    }

    private <T> T reading(String name, Reading<T> reading) throws UnreadableModelException {
        try {
            return files.read(name, Checksum.UNKNOWN, NamedFile.reading(name, reading));
        } catch (NoSuchFileException e) {
            throw new UnreadableModelException("it isn't among the incoming files", e);
        } catch (IOException e) {
            throw new UnreadableModelException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Removes a file that was taken: a copy would outlive the erasure of those it learned from. */
    public void remove(String name) {
        try {
            files.delete(name);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + name + " was taken and can't be removed: " + e.getMessage(), e);
        }
    }
}
