package dev.aisle.algorithms.privacy.guard;

import java.util.List;

/**
 * A question and its exact answer, as the guard takes it.
 *
 * @param text canonical: the same question has the same text on every path
 * @param figures exact; the first one is the number of people that all of them rest on
 * @param touched how many of the figures one person can change, 1 or more
 */
public record Question(String text, List<Figure> figures, int touched) {
    public Question {
        figures = List.copyOf(figures);
        if (figures.isEmpty() || figures.getFirst().most() != 1 || touched < 1) {
            throw new IllegalArgumentException("expected the number of people first and touched of 1 or more");
        }
    }

    /** A question for one number of people. */
    public static Question people(String text, long people) {
        return new Question(text, List.of(Figure.people(people)), 1);
    }
}
