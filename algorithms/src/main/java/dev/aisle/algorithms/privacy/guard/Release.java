package dev.aisle.algorithms.privacy.guard;

import java.time.Instant;
import java.util.List;

/**
 * The answer that was given to a question, and that stays.
 *
 * @param figures in the order of the question
 */
public record Release(List<NoisedFigure> figures, Instant at) {
    public Release {
        figures = List.copyOf(figures);
    }

    NoisedFigure people() {
        return figures.getFirst();
    }
}
