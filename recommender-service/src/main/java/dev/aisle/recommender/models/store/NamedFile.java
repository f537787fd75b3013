package dev.aisle.recommender.models.store;

import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.recommender.catalog.shared.SharedFiles.Reading;
import java.io.IOException;

/** A file by its name: where its bytes lie is nothing for an answer of the API. */
final class NamedFile {
    private NamedFile() {}

    /** A reading that fails with a message in which the file has its name. */
    static <T> Reading<T> reading(String name, Reading<T> reading) {
        return place -> {
            try {
                return reading.of(place);
            } catch (IOException | UnreadableArtefactException e) {
                throw new IOException(String.valueOf(e.getMessage()).replace(place.toString(), name), e);
            }
        };
    }
}
