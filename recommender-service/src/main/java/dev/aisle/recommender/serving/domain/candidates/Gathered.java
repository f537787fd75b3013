package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.serving.domain.Note;
import java.util.List;

/**
 * What all sources found.
 *
 * @param notes which sources gave nothing because they couldn't
 */
public record Gathered(List<Found> founds, List<Note> notes) {
    public Gathered {
        founds = List.copyOf(founds);
        notes = List.copyOf(notes);
    }

    /** What a source found; nothing when it didn't answer. */
    public Found of(Source source) {
        return founds.stream()
                .filter(found -> found.source() == source)
                .findFirst()
                .orElse(Found.nothing(source));
    }
}
