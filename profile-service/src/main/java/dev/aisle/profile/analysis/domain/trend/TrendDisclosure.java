package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.trend.ToldSeries.OfCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of the counts may be told. The whole shop is told beside its categories, so in each span the categories that are withheld are
 * together nobody or k people (of those who viewed for views, of those who bought for the rest). That is decided over all categories,
 * whichever are asked for: another choice of them reveals nothing.
 */
final class TrendDisclosure {
    static final String ALL = "(all)";
    static final String OTHER = "(other)";

    private final TrendQuestion question;
    private final Disclosure disclosure;
    private final KThreshold threshold;
    private final Map<String, Map<LocalDate, Map<Measure, Figure>>> figures = new HashMap<>();

    TrendDisclosure(TrendQuestion question, Disclosure disclosure) {
        this.question = question;
        this.disclosure = disclosure;
        this.threshold = disclosure.threshold();
    }

    ToldSeries told(TrendTally tally, Instant asOf) {
        List<LocalDate> spans = question.days().spans(question.granularity());
        List<String> shown = ShownCategories.of(tally, spans, threshold);
        for (LocalDate span : spans) {
            boolean over = !question.granularity()
                    .plus(span, 1)
                    .atStartOfDay(question.days().zone())
                    .toInstant()
                    .isAfter(asOf);
            for (Measure measure : question.measures()) {
                tell(tally, span, shown, measure, over);
            }
        }
        List<OfCategory> series = new ArrayList<>();
        for (String category : asked(shown)) {
            for (Measure measure : question.measures()) {
                series.add(new OfCategory(
                        category,
                        measure,
                        spans.stream()
                                .map(span -> figure(category, span, measure))
                                .toList()));
            }
        }
        return new ToldSeries(
                Basis.of(question.days(), asOf, tally.people(), "see each series", disclosure),
                question.granularity(),
                spans,
                series);
    }

    private List<String> asked(List<String> shown) {
        if (!question.categories().isEmpty()) {
            return question.categories();
        }
        List<String> asked = new ArrayList<>(List.of(ALL));
        asked.addAll(shown);
        asked.add(OTHER);
        return asked;
    }

    private Figure figure(String category, LocalDate span, Measure measure) {
        return figures.getOrDefault(category, Map.of())
                .getOrDefault(span, Map.of())
                .getOrDefault(measure, Figure.not(Withheld.FEWER_THAN_K));
    }

    private void tell(TrendTally tally, LocalDate span, List<String> shown, Measure measure, boolean over) {
        List<String> told = new ArrayList<>(shown);
        List<String> withheld = new ArrayList<>();
        Counts rest = rest(tally, span, shown);
        for (String category : shown) {
            Counts counts = tally.counts(span, category);
            if (!threshold.allows(measure.crowd(counts).people())) {
                told.remove(category);
                withheld.add(category);
                rest = rest.with(counts);
            }
        }
        while (!told.isEmpty()
                && !threshold.allowsDifference(measure.crowd(rest).people())) {
            String smallest = smallest(tally, span, told, measure);
            told.remove(smallest);
            withheld.add(smallest);
            rest = rest.with(tally.counts(span, smallest));
        }
        put(ALL, span, measure, tally.counts(span, TrendTally.SHOP), over);
        put(OTHER, span, measure, rest, over);
        told.forEach(category -> put(category, span, measure, tally.counts(span, category), over));
        withheld.forEach(category -> putWithheld(category, span, measure, tally.counts(span, category), over));
    }

    private static Counts rest(TrendTally tally, LocalDate span, List<String> shown) {
        Counts rest = Counts.NONE;
        for (Map.Entry<String, Counts> entry : tally.counts(span).entrySet()) {
            boolean hidden = !entry.getKey().equals(TrendTally.SHOP) && !shown.contains(entry.getKey());
            rest = hidden ? rest.with(entry.getValue()) : rest;
        }
        return rest;
    }

    private static String smallest(TrendTally tally, LocalDate span, List<String> told, Measure measure) {
        String smallest = told.getFirst();
        for (String category : told) {
            long people = measure.crowd(tally.counts(span, category)).people();
            smallest = people < measure.crowd(tally.counts(span, smallest)).people() ? category : smallest;
        }
        return smallest;
    }

    private void put(String category, LocalDate span, Measure measure, Counts counts, boolean over) {
        long people = measure.crowd(counts).people();
        Figure figure =
                measure == Measure.PEOPLE ? disclosure.people(people) : disclosure.amount(measure.of(counts), people);
        enter(category, span, measure, over ? figure : Figure.not(Withheld.NOT_OVER_YET));
    }

    private void putWithheld(String category, LocalDate span, Measure measure, Counts counts, boolean over) {
        boolean many = threshold.allows(measure.crowd(counts).people());
        Withheld reason = many ? Withheld.BY_SUBTRACTION : Withheld.FEWER_THAN_K;
        enter(category, span, measure, Figure.not(over ? reason : Withheld.NOT_OVER_YET));
    }

    private void enter(String category, LocalDate span, Measure measure, Figure figure) {
        figures.computeIfAbsent(category, _ -> new HashMap<>())
                .computeIfAbsent(span, _ -> new HashMap<>())
                .put(measure, figure);
    }
}
