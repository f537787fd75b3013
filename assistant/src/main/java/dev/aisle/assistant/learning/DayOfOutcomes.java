package dev.aisle.assistant.learning;

import dev.aisle.algorithms.privacy.guard.Figure;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * People whose latest conversation of a report began in some days, in one language and variation, exactly. Each counts once in the whole report; a
 * conversation of nobody known is a person.
 *
 * @param day the first of the days (UTC)
 * @param solved something was answered, no person was asked for, the last thumb isn't down and the stars aren't one or two
 * @param handedOver a person was asked for, so that it isn't solved
 * @param unsure an answer wasn't sure
 * @param helpful the last thumb is up
 * @param unhelpful the last thumb is down
 * @param rated stars were given
 * @param stars their sum
 */
public record DayOfOutcomes(
        LocalDate day,
        String language,
        String variation,
        long people,
        long solved,
        long handedOver,
        long unsure,
        long helpful,
        long unhelpful,
        long rated,
        long stars) {
    /** How many of the figures one person can change: solved or handed over, helpful or unhelpful, and each other one. */
    public static final int TOUCHED = 6;

    /** Figures of a cell. */
    public static final int FIGURES = 8;

    private static final double MOST_STARS = 5;

    /** Sums of these cells in the order of {@link AssistantReport.Row#of}. */
    public static List<Figure> figures(Collection<DayOfOutcomes> cells) {
        return List.of(
                Figure.people(sum(cells, DayOfOutcomes::people)),
                Figure.people(sum(cells, DayOfOutcomes::solved)),
                Figure.people(sum(cells, DayOfOutcomes::handedOver)),
                Figure.people(sum(cells, DayOfOutcomes::unsure)),
                Figure.people(sum(cells, DayOfOutcomes::helpful)),
                Figure.people(sum(cells, DayOfOutcomes::unhelpful)),
                Figure.people(sum(cells, DayOfOutcomes::rated)),
                new Figure(sum(cells, DayOfOutcomes::stars), MOST_STARS));
    }

    private static long sum(Collection<DayOfOutcomes> cells, ToLongFunction<DayOfOutcomes> what) {
        return cells.stream().mapToLong(what).sum();
    }
}
