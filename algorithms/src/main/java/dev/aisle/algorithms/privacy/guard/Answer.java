package dev.aisle.algorithms.privacy.guard;

import java.time.Instant;
import java.util.List;

/** The answer to a question as a reader sees it. */
public sealed interface Answer {
    /** How many new answers the reader can still have today. */
    int left();

    /**
     * Figures in the order of the question.
     *
     * @param at when they were counted
     */
    record Shown(List<NoisedFigure> figures, Instant at, int left) implements Answer {
        public Shown {
            figures = List.copyOf(figures);
        }

        /** The number of people. */
        public long people() {
            return figures.getFirst().whole();
        }
    }

    /** Too few people, noise included. */
    record TooFew(int left) implements Answer {}

    /** The question is new and the reader's day is used up. */
    record NoneLeft() implements Answer {
        @Override
        public int left() {
            return 0;
        }
    }
}
