package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.trend.ToldSeries.OfCategory;
import dev.aisle.profile.analysis.domain.trend.TrendTally.Series;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Series with the guard's noise. Amounts are clipped at the 99th percentile of those of the whole shop in a span. */
final class TrendDisclosure {
    static final String ALL = "(all)";

    private final TrendQuestion question;
    private final GuardedNumbers numbers;
    private final TrendTally tally;
    private final Map<Measure, Double> limits = new EnumMap<>(Measure.class);

    TrendDisclosure(TrendQuestion question, GuardedNumbers numbers, TrendTally tally) {
        this.question = question;
        this.numbers = numbers;
        this.tally = tally;
        for (Measure measure : question.measures()) {
            Amounts all = new Amounts();
            tally.amounts(new Series(TrendTally.SHOP, measure)).values().forEach(all::add);
            limits.put(measure, all.limit());
        }
    }

    /** A category and its numbers, by measure and span. */
    private record Noised(String category, Map<Measure, List<NoisedFigure>> numbers) {
        double size() {
            return numbers.values().iterator().next().stream()
                    .mapToDouble(NoisedFigure::value)
                    .sum();
        }
    }

    ToldSeries told(Instant asOf) {
        List<LocalDate> spans = question.days().spans(question.granularity());
        List<OfCategory> series = new ArrayList<>();
        for (Noised category : categories(spans)) {
            for (Measure measure : question.measures()) {
                List<NoisedFigure> noised = category.numbers().getOrDefault(measure, List.of());
                List<Figure> figures = new ArrayList<>();
                for (int span = 0; span < spans.size(); span++) {
                    figures.add(
                            isOver(spans.get(span), asOf)
                                    ? numbers.toldOfMany(noised.get(span))
                                    : Figure.not(Withheld.NOT_OVER_YET));
                }
                series.add(new OfCategory(category.category(), measure, figures));
            }
        }
        return new ToldSeries(
                Basis.of(question.days(), asOf, numbers.people(tally.people()), "see each series", numbers),
                question.granularity(),
                spans,
                series);
    }

    private boolean isOver(LocalDate span, Instant asOf) {
        return !question.granularity()
                .plus(span, 1)
                .atStartOfDay(question.days().zone())
                .toInstant()
                .isAfter(asOf);
    }

    /** Those that are asked for; of all, those of which some number stands far out, the largest first. */
    private List<Noised> categories(List<LocalDate> spans) {
        if (!question.categories().isEmpty()) {
            return question.categories().stream()
                    .map(category -> noised(category, spans))
                    .toList();
        }
        List<Noised> all = new ArrayList<>(List.of(noised(ALL, spans)));
        all.addAll(tally.categories().stream()
                .map(category -> noised(category, spans))
                .filter(this::standsOut)
                .sorted(Comparator.comparingDouble(Noised::size).reversed().thenComparing(Noised::category))
                .limit(TrendQuestion.MOST_CATEGORIES)
                .toList());
        return all;
    }

    private boolean standsOut(Noised category) {
        return category.numbers().values().stream().flatMap(List::stream).anyMatch(numbers::showsNamed);
    }

    private Noised noised(String category, List<LocalDate> spans) {
        String key = category.equals(ALL) ? TrendTally.SHOP : category;
        Map<Measure, List<NoisedFigure>> noised = new EnumMap<>(Measure.class);
        for (Measure measure : question.measures()) {
            Map<LocalDate, Amounts> amounts = tally.amounts(new Series(key, measure));
            double limit = limits.getOrDefault(measure, 1.0);
            noised.put(
                    measure,
                    spans.stream()
                            .map(span -> numbers.of(
                                    amounts.getOrDefault(span, new Amounts()).clipped(limit), limit))
                            .toList());
        }
        return new Noised(category, noised);
    }
}
