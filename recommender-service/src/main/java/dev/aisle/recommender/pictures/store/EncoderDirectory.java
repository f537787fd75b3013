package dev.aisle.recommender.pictures.store;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.pictures.PictureEncoder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The encoders' files in the folder that the instances share. A file appears whole or not at all, and never changes; the newest one serves. */
@Singleton
public class EncoderDirectory {
    private static final String PREFIX = "picture-encoder-";
    private static final String SUFFIX = ".aisle";
    private static final int KEPT = 3;
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;

    EncoderDirectory(@ConfigProperty(name = "aisle.models.directory") Path directory) {
        this.directory = directory;
    }

    /** A file that isn't in its place yet. */
    public record Offered(Path file, PictureEncoder encoder) {}

    /**
     * Writes a file beside its place and reads it.
     *
     * @throws UnreadableArtefactException when it is no encoder, cut, corrupted or has a number that isn't finite; nothing is left of it then
     */
    public Offered offer(byte[] bytes) {
        try {
            Files.createDirectories(directory);
            Path file = Files.createTempFile(directory, PREFIX, ".part");
            try {
                Files.write(file, bytes);
                return new Offered(file, PictureEncoder.read(Artefact.open(file)));
            } catch (UnreadableArtefactException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder could not be written: " + e.getMessage(), e);
        }
    }

    /** Puts a file in its place; the version that it has there. */
    public String take(Offered offered) {
        String version = VERSION.format(Instant.now());
        try {
            Files.move(offered.file(), fileOf(version), StandardCopyOption.ATOMIC_MOVE);
            for (String old : newestFirst().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(fileOf(old));
            }
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder could not be put into its place: " + e.getMessage(), e);
        }
    }

    /** Removes a file that isn't taken. */
    public void refuse(Offered offered) {
        try {
            Files.deleteIfExists(offered.file());
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder could not be removed: " + e.getMessage(), e);
        }
    }

    /** Removes all of them. */
    public void clear() {
        try {
            for (String version : newestFirst()) {
                Files.deleteIfExists(fileOf(version));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The encoders could not be removed: " + e.getMessage(), e);
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
            throw new UncheckedIOException("The encoders can't be listed: " + e.getMessage(), e);
        }
    }

    /**
     * The encoder of a version.
     *
     * @throws UnreadableArtefactException when its file is damaged
     */
    public PictureEncoder read(String version) throws IOException {
        return PictureEncoder.read(Artefact.open(fileOf(version)));
    }

    private Path fileOf(String version) {
        return directory.resolve(PREFIX + version + SUFFIX);
    }
}
