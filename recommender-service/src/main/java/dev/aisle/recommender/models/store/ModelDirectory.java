package dev.aisle.recommender.models.store;

import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder of model files. A file appears whole or not at all, and never changes. */
@Singleton
public class ModelDirectory {
    private static final String PREFIX = "model-";
    private static final String SUFFIX = ".aisle";

    private final Path directory;
    private final int keep;

    ModelDirectory(
            @ConfigProperty(name = "aisle.models.directory") Path directory,
            @ConfigProperty(name = "aisle.models.keep") int keep) {
        this.directory = directory;
        this.keep = keep;
    }

    /** Writes a model. */
    public void write(TrainedModel model) {
        try {
            Files.createDirectories(directory);
            ModelFile.write(model, fileOf(model.version()));
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Reads a model; all of its file is checked first. */
    public TrainedModel read(String version) throws UnreadableModelException {
        Path file = fileOf(version);
        try {
            TrainedModel model = ModelFile.read(file);
            if (!model.version().equals(version)) {
                throw new UnreadableModelException("its file holds the model " + model.version());
            }
            Optional<String> problem = Soundness.problemOf(model);
            if (problem.isPresent()) {
                throw new UnreadableModelException("it has " + problem.get());
            }
            return model;
        } catch (NoSuchFileException e) {
            throw new UnreadableModelException("its file " + file.getFileName() + " isn't there", e);
        } catch (IOException | UnreadableArtefactException e) {
            throw new UnreadableModelException(withoutFolder(e), e);
        }
    }

    /** Where the folder lies is nothing for an answer of the API. */
    private String withoutFolder(Exception e) {
        return String.valueOf(e.getMessage())
                .replace(directory + directory.getFileSystem().getSeparator(), "");
    }

    /** Changes when the file of a version does; empty when there is none. */
    public String stampOf(String version) {
        try {
            BasicFileAttributes file = Files.readAttributes(fileOf(version), BasicFileAttributes.class);
            return file.lastModifiedTime() + "/" + file.size() + "/" + file.fileKey();
        } catch (IOException e) {
            return "";
        }
    }

    /** Removes files: all of these that must go, and of those that need not stay all but the newest few. */
    public void prune(Set<String> stay, Set<String> go) {
        try {
            int others = 0;
            for (String version : newestFirst()) {
                boolean spared = stay.contains(version) || (!go.contains(version) && others < keep);
                others += stay.contains(version) || go.contains(version) ? 0 : 1;
                if (!spared) {
                    Files.deleteIfExists(fileOf(version));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Old models in " + directory + " can't be removed: " + e.getMessage(), e);
        }
    }

    /** The versions that have a file, the newest first. */
    public List<String> newestFirst() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The models in " + directory + " can't be listed: " + e.getMessage(), e);
        }
    }

    private Path fileOf(String version) {
        return directory.resolve(PREFIX + version + SUFFIX);
    }
}
