package dev.aisle.recommender.search.pictures;

import java.util.List;
import java.util.Map;

/**
 * The encoder in use.
 *
 * @param products whose pictures it sees
 * @param categories that it was trained to tell apart
 * @param trained what it was measured at, on pictures that it did not see
 */
record EncoderView(String version, int products, List<String> categories, Map<String, String> trained) {
    static EncoderView of(Looking looking) {
        return new EncoderView(
                looking.version(),
                looking.space().size(),
                looking.encoder().categories(),
                looking.encoder().origin().parameters());
    }
}
