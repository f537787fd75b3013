package dev.aisle.assistant.learning.report;

import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How conversations went, as the guard shows it: each person counts once, with the latest conversation. Rows of too few people are left out.
 *
 * @param days by day and language, the latest first
 * @param variations over the same conversations
 * @param noneLeft whether something is missing because the reader's day has no new answers left
 */
public record AssistantReport(List<Row> days, List<Row> variations, boolean noneLeft) {
    /** Nothing that could be told. */
    public static final AssistantReport EMPTY = new AssistantReport(List.of(), List.of(), false);

    public AssistantReport {
        days = List.copyOf(days);
        variations = List.copyOf(variations);
    }

    /**
     * Some people's conversations. All shares are worked out from released numbers.
     *
     * @param day the first of the row's days (UTC); {@code null} for all
     * @param name the language or the variation
     * @param solvedShare without a person, 0 to 1
     * @param unsureShare of people of whose answers one wasn't sure
     * @param helpfulShare of last thumbs; {@code null} when too few people gave one
     * @param stars on average, 1 to 5; {@code null} when too few people gave any
     */
    public record Row(
            @Nullable LocalDate day,
            String name,
            long people,
            double solvedShare,
            double handedOverShare,
            double unsureShare,
            @Nullable Double helpfulShare,
            @Nullable Double stars) {
        /** The row of released figures, as {@link DayOfOutcomes#figures} has them. */
        static Row of(@Nullable LocalDate day, String name, List<NoisedFigure> figures, GuardLevel level) {
            NoisedFigure people = figures.getFirst();
            NoisedFigure helpful = figures.get(4);
            NoisedFigure unhelpful = figures.get(5);
            NoisedFigure judged = new NoisedFigure(
                    helpful.value() + unhelpful.value(), Math.hypot(helpful.deviation(), unhelpful.deviation()));
            NoisedFigure rated = figures.get(6);
            return new Row(
                    day,
                    name,
                    people.whole(),
                    share(figures.get(1), people),
                    share(figures.get(2), people),
                    share(figures.get(3), people),
                    level.shows(judged) ? (Double) share(helpful, judged) : null,
                    level.shows(rated)
                            ? (Double) rounded(10, Math.clamp(figures.get(7).value() / rated.value(), 1.0, 5.0))
                            : null);
        }

        private static double share(NoisedFigure part, NoisedFigure whole) {
            return rounded(100, Math.clamp(part.value() / whole.value(), 0.0, 1.0));
        }

        /** More digits than the noise leaves would look surer than they are. */
        private static double rounded(int steps, double value) {
            return Math.rint(steps * value) / steps;
        }
    }
}
