package dev.aisle.profile.analysis.domain.retention;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.retention.RetentionChart.Cohort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a matrix may be told: of those who came back, and of those who didn't, nobody or k; of a rolling row also nobody or k between
 * two periods. No exact total over cohorts is given, so none of them is found by subtraction.
 */
final class RetentionDisclosure {
    private final RetentionQuestion question;
    private final Disclosure disclosure;
    private final KThreshold threshold;

    RetentionDisclosure(RetentionQuestion question, Disclosure disclosure) {
        this.question = question;
        this.disclosure = disclosure;
        this.threshold = disclosure.threshold();
    }

    RetentionChart chart(RetentionTally tally, Instant asOf) {
        List<Cohort> cohorts = new ArrayList<>();
        for (LocalDate start : question.days().spans(question.granularity())) {
            long[] counts = tally.cohorts().getOrDefault(start, new long[question.periods() + 1]);
            cohorts.add(cohort(start, counts, asOf));
        }
        long people =
                tally.cohorts().values().stream().mapToLong(counts -> counts[0]).sum();
        return new RetentionChart(
                Basis.of(question.days(), asOf, people, "people", disclosure),
                question.granularity().name().toLowerCase(Locale.ROOT),
                question.rolling(),
                cohorts,
                overall(cohorts));
    }

    private Cohort cohort(LocalDate start, long[] counts, Instant asOf) {
        List<Figure> back = new ArrayList<>();
        Figure size = disclosure.people(counts[0]);
        long before = counts[0];
        for (int period = 1; period < counts.length; period++) {
            boolean over = !question.endOfPeriod(start, period).isAfter(asOf);
            Figure figure = over ? back(counts, period, before) : Figure.not(Withheld.NOT_OVER_YET);
            before = question.rolling() && figure.isTold() ? counts[period] : before;
            back.add(figure);
        }
        return new Cohort(
                start,
                size,
                back,
                back.stream().map(figure -> Figure.ratio(figure, size)).toList());
    }

    private Figure back(long[] counts, int period, long before) {
        Figure figure = disclosure.people(counts[period]);
        boolean safe = threshold.allowsDifference(counts[0] - counts[period])
                && (!question.rolling() || threshold.allowsDifference(before - counts[period]));
        return figure.isTold() && !safe ? Figure.not(Withheld.BY_SUBTRACTION) : figure;
    }

    private static List<Figure> overall(List<Cohort> cohorts) {
        List<Figure> overall = new ArrayList<>();
        int periods = cohorts.isEmpty() ? 0 : cohorts.getFirst().back().size();
        for (int period = 0; period < periods; period++) {
            overall.add(overall(cohorts, period));
        }
        return overall;
    }

    private static Figure overall(List<Cohort> cohorts, int period) {
        double back = 0;
        double size = 0;
        for (Cohort cohort : cohorts) {
            Figure figure = cohort.back().get(period);
            if (figure.value() != null && cohort.size().value() != null) {
                back += figure.value();
                size += cohort.size().value();
            }
        }
        return size == 0 ? Figure.not(Withheld.NOTHING_TO_DIVIDE) : Figure.told(back / size, Math.round(size));
    }
}
