package dev.aisle.recommender.search.pictures;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.algorithms.pictures.PictureEncoder;
import dev.aisle.contracts.Keeps;
import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.catalog.shared.ModelStorage;
import dev.aisle.recommender.catalog.shared.SharedFiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** The encoders' files, which the instances share. A file appears whole or not at all, and never changes; the newest one serves. */
@Singleton
@Keeps(ofNobody = "files of encoders of pictures")
class EncoderDirectory {
    private static final String PREFIX = "picture-encoder-";
    private static final String SUFFIX = ".aisle";
    private static final int KEPT = 3;
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final SharedFiles files;

    EncoderDirectory(ModelStorage storage) {
        this.files = storage.models();
    }

    /**
     * Reads an encoder that was sent.
     *
     * @throws UnreadableArtefactException when it is no encoder, cut, corrupted or has a number that isn't finite
     */
    public PictureEncoder open(byte[] bytes) {
        try {
            Path file = Files.createTempFile(PREFIX, SUFFIX);
            try {
                Files.write(file, bytes);
                return PictureEncoder.read(Artefact.open(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder could not be read: " + e.getMessage(), e);
        }
    }

    /** Puts an encoder in its place; the version that it has there. */
    public String put(byte[] bytes) {
        String version = VERSION.format(Instant.now());
        try {
            files.put(nameOf(version), place -> Files.write(place, bytes));
            for (String old : newestFirst().stream().skip(KEPT).toList()) {
                files.delete(nameOf(old));
            }
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("The encoder could not be put into its place: " + e.getMessage(), e);
        }
    }

    /** Removes all of them. */
    public void clear() {
        try {
            for (String version : newestFirst()) {
                files.delete(nameOf(version));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The encoders could not be removed: " + e.getMessage(), e);
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

    /**
     * The encoder of a version.
     *
     * @throws UnreadableArtefactException when its file is damaged
     */
    public PictureEncoder read(String version) throws IOException {
        return files.read(nameOf(version), Checksum.UNKNOWN, place -> PictureEncoder.read(Artefact.open(place)));
    }

    private static String nameOf(String version) {
        return PREFIX + version + SUFFIX;
    }
}
