package dev.aisle.recommender.models.store;

import dev.aisle.recommender.models.domain.ModelReader;
import dev.aisle.recommender.models.domain.ModelWriter;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.UnreadableModelException;
import jakarta.inject.Singleton;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The folder of model files. A file appears whole or not at all, and never changes. */
@Singleton
public class ModelDirectory {
    private static final Logger LOG = Logger.getLogger(ModelDirectory.class);
    private static final String PREFIX = "model-";
    private static final String SUFFIX = ".aisle";

    private final Path directory;
    private final int keep;
    private final Set<String> refused = new HashSet<>();

    ModelDirectory(
            @ConfigProperty(name = "aisle.models.directory") Path directory,
            @ConfigProperty(name = "aisle.models.keep") int keep) {
        this.directory = directory;
        this.keep = keep;
    }

    /** Writes a model and removes files older than the newest few. */
    public void write(TrainedModel model) {
        try {
            Files.createDirectories(directory);
            Path temporary = Files.createTempFile(directory, PREFIX, ".part");
            try {
                writeDurably(model, temporary);
                Files.move(temporary, fileOf(model.version()), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            syncDirectory();
            prune();
        } catch (IOException e) {
            throw new UncheckedIOException("The model could not be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void writeDurably(TrainedModel model, Path file) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            ModelWriter.write(model, out);
            out.getFD().sync();
        }
    }

    /** Makes the new name survive a power cut. */
    private void syncDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void prune() throws IOException {
        List<Path> files = newestFirst();
        for (Path old : files.subList(Math.min(keep, files.size()), files.size())) {
            Files.deleteIfExists(old);
        }
    }

    /** The newest file that can be read, if it is newer than a version; files that can't are passed over with a warning. */
    public synchronized Optional<TrainedModel> newestAfter(String version) {
        for (Path file : newestFirst()) {
            String name = file.getFileName().toString();
            if (versionOf(name).compareTo(version) <= 0) {
                break;
            }
            if (refused.contains(name)) {
                continue;
            }
            try {
                return Optional.of(ModelReader.read(file));
            } catch (IOException | UnreadableModelException e) {
                refused.add(name);
                LOG.warnf("The model file %s is passed over: %s", name, e.getMessage());
            }
        }
        return Optional.empty();
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> isModel(file.getFileName().toString()))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The models in " + directory + " can't be listed: " + e.getMessage(), e);
        }
    }

    private Path fileOf(String version) {
        return directory.resolve(PREFIX + version + SUFFIX);
    }

    private static boolean isModel(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    private static String versionOf(String name) {
        return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
    }
}
