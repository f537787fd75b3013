package dev.aisle.recommender.models.store;

import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.catalog.shared.ModelStorage;
import dev.aisle.recommender.catalog.shared.SharedFiles;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.Soundness;
import dev.aisle.recommender.models.domain.TrainedModel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The model files that the instances share. A file appears whole or not at all, and never changes: what was registered is read, or nothing. */
@Singleton
public class ModelDirectory {
    private static final Logger LOG = Logger.getLogger(ModelDirectory.class);
    private static final String PREFIX = "model-";
    private static final String SUFFIX = ".aisle";

    /** The stamp of all files while their store doesn't answer. */
    public static final String UNREACHABLE = "unreachable";

    private final SharedFiles files;
    private final Function<String, Checksum> registered;
    private final int keep;

    @Inject
    ModelDirectory(
            ModelStorage storage, ModelChecksums checksums, @ConfigProperty(name = "aisle.models.keep") int keep) {
        this(storage.models(), checksums::of, keep);
    }

    /** @param registered what the registry says of a version */
    public ModelDirectory(SharedFiles files, Function<String, Checksum> registered, int keep) {
        this.files = files;
        this.registered = registered;
        this.keep = keep;
    }

    /** Writes a model; returns what its file is registered with. */
    public Checksum write(TrainedModel model) {
        List<Checksum> written = new ArrayList<>();
        try {
            files.put(nameOf(model.version()), place -> {
                ModelFile.write(model, place);
                written.add(Checksum.of(place));
            });
            return written.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be written: " + e.getMessage(), e);
        }
    }

    /** Reads a model; all of its file is checked first. */
    public TrainedModel read(String version) throws UnreadableModelException {
        String name = nameOf(version);
        try {
            TrainedModel model = files.read(name, registered.apply(version), NamedFile.reading(name, ModelFile::read));
            if (!model.version().equals(version)) {
                throw new UnreadableModelException("its file holds the model " + model.version());
            }
            Optional<String> problem = Soundness.problemOf(model);
            if (problem.isPresent()) {
                throw new UnreadableModelException("it has " + problem.get());
            }
            return model;
        } catch (NoSuchFileException e) {
            throw new UnreadableModelException("its file " + name + " isn't there", e);
        } catch (IOException e) {
            throw new UnreadableModelException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Changes when the file of a version does, and when its store answers again; empty when there is none. */
    public String stampOf(String version) {
        try {
            return files.stampOf(nameOf(version));
        } catch (IOException e) {
            return UNREACHABLE;
        }
    }

    /**
     * Removes files: all of these that must go, and of those that need not stay all but the newest few. One that can't be removed now goes the next time.
     */
    public void prune(Set<String> stay, Predicate<String> go) {
        try {
            int others = 0;
            for (String version : newestFirst()) {
                boolean spared = stay.contains(version) || (!go.test(version) && others < keep);
                others += stay.contains(version) || go.test(version) ? 0 : 1;
                if (!spared) {
                    files.delete(nameOf(version));
                }
            }
        } catch (IOException e) {
            LOG.errorf("Old models can't be removed: %s", e.getMessage());
        }
    }

    /** The versions that have a file, the newest first. */
    public List<String> newestFirst() throws IOException {
        return files.names(PREFIX).stream()
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Removes what this instance has copied of other models. */
    public void keepCopies(Collection<String> versions) {
        try {
            files.keepCopies(versions.stream().map(ModelDirectory::nameOf).collect(Collectors.toSet()));
        } catch (IOException e) {
            LOG.errorf("Copies of models that aren't in use can't be removed: %s", e.getMessage());
        }
    }

    private static String nameOf(String version) {
        return PREFIX + version + SUFFIX;
    }
}
