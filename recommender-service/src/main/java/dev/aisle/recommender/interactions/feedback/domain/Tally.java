package dev.aisle.recommender.interactions.feedback.domain;

import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What followed from lists, exactly: of each measure, how many people have which amount of it. A row of a report before the guard. */
public final class Tally {
    private final Map<Measure, SortedMap<Long, Long>> people = new EnumMap<>(Measure.class);
    private final Map<String, SortedMap<Long, Long>> payers = new TreeMap<>();

    /** What is counted of each person. */
    public enum Measure {
        LISTS,
        ITEMS,
        CLICKS,
        ORDERS
    }

    /** So many people have this amount of a measure. */
    public void add(Measure measure, long amount, long people) {
        this.people.computeIfAbsent(measure, _ -> new TreeMap<>()).merge(amount, people, Long::sum);
    }

    /** So many people paid this, in minor units. */
    public void paid(String currency, long amount, long people) {
        payers.computeIfAbsent(currency, _ -> new TreeMap<>()).merge(amount, people, Long::sum);
    }

    /**
     * The row's figures, the number of its people first. Which there are depends on the catalogue and on nobody.
     *
     * @param currencies of the catalogue's prices
     */
    public List<Figure> figures(Collection<String> currencies) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(amounts(Measure.LISTS).values().stream()
                .mapToLong(count -> count)
                .sum()));
        for (Measure measure : Measure.values()) {
            figures.add(Figure.sum(amounts(measure)));
        }
        for (String currency : currencies) {
            figures.add(Figure.sum(payers.getOrDefault(currency, new TreeMap<>())));
        }
        return figures;
    }

    private SortedMap<Long, Long> amounts(Measure measure) {
        return people.getOrDefault(measure, new TreeMap<>());
    }

    /** The row as it is shown. */
    public static Response shown(Bucketed row, List<NoisedFigure> figures, Collection<String> currencies) {
        Map<String, Long> paid = new TreeMap<>();
        int next = 1 + Measure.values().length;
        for (String currency : currencies) {
            Long amount = whole(figures.get(next++));
            if (amount != null) {
                paid.put(currency, amount);
            }
        }
        return new Response(
                row.start(),
                row.value(),
                figures.getFirst().whole(),
                whole(figures.get(1)),
                whole(figures.get(2)),
                whole(figures.get(3)),
                whole(figures.get(4)),
                paid);
    }

    private static @Nullable Long whole(NoisedFigure figure) {
        return figure.standsOut() ? Long.valueOf(figure.whole()) : null;
    }
}
