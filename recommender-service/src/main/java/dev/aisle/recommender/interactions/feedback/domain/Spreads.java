package dev.aisle.recommender.interactions.feedback.domain;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How exposures spread, in all of a time and in each of its equal parts: one release.
 *
 * @param whole empty when too few people were shown anything, or the reader has no new answer left
 * @param parts the earliest first
 */
public record Spreads(Optional<Spread> whole, List<Optional<Spread>> parts) {
    /** Nothing that could be shown. */
    public static final Spreads NONE = new Spreads(Optional.empty(), List.of());

    public Spreads {
        parts = List.copyOf(parts);
    }

    /** The question for all figures of a tally. */
    public static Question question(String text, SpreadTally tally) {
        List<Figure> figures = new ArrayList<>(List.of(Figure.people(tally.people())));
        figures.addAll(SpreadFigures.whole(tally));
        figures.addAll(SpreadFigures.parts(tally));
        int touched = 1 + SpreadFigures.TOUCHED + (tally.parts().isEmpty() ? 0 : SpreadFigures.TOUCHED_BY_PARTS);
        return new Question(text, figures, touched);
    }

    /** What the answer shows. */
    public static Spreads shown(Answer answer, SpreadFigures figures, int parts) {
        if (!(answer instanceof Answer.Shown shown)) {
            return NONE;
        }
        Iterator<NoisedFigure> next = shown.figures().iterator();
        Spread whole = figures.whole(next.next(), next);
        List<Optional<Spread>> ofParts = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            ofParts.add(figures.part(next));
        }
        return new Spreads(Optional.of(whole), ofParts);
    }
}
