package dev.aisle.profile.analysis.domain.retention;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.retention.RetentionChart.Cohort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A matrix with the guard's noise: of a cohort at most everybody comes back, and in a rolling row as many in a period as before, or fewer. */
final class RetentionDisclosure {
    private final RetentionQuestion question;
    private final GuardedNumbers numbers;

    RetentionDisclosure(RetentionQuestion question, GuardedNumbers numbers) {
        this.question = question;
        this.numbers = numbers;
    }

    /**
     * A cohort with noise.
     *
     * @param back by period from 1 on, of the periods that are over
     */
    private record Noised(LocalDate start, NoisedFigure size, List<NoisedFigure> back) {}

    RetentionChart chart(RetentionTally tally, Instant asOf) {
        List<Noised> cohorts = question.days().spans(question.granularity()).stream()
                .map(start -> noised(start, tally, asOf))
                .toList();
        NoisedFigure people = numbers.sum(cohorts.stream().map(Noised::size).toList());
        return new RetentionChart(
                Basis.of(question.days(), asOf, people, "people", numbers),
                question.granularity().name().toLowerCase(Locale.ROOT),
                question.rolling(),
                cohorts.stream().map(this::cohort).toList(),
                overall(cohorts));
    }

    private Noised noised(LocalDate start, RetentionTally tally, Instant asOf) {
        long[] counts = tally.cohorts().getOrDefault(start, new long[question.periods() + 1]);
        NoisedFigure size = numbers.people(counts[0]);
        List<NoisedFigure> back = new ArrayList<>();
        for (int period = 1; period < counts.length; period++) {
            if (!question.endOfPeriod(start, period).isAfter(asOf)) {
                NoisedFigure most = question.rolling() && !back.isEmpty() ? back.getLast() : size;
                back.add(GuardedNumbers.atMost(numbers.people(counts[period]), most));
            }
        }
        return new Noised(start, size, back);
    }

    private Cohort cohort(Noised cohort) {
        Figure size = numbers.told(cohort.size());
        List<Figure> back = new ArrayList<>();
        for (int period = 0; period < question.periods(); period++) {
            back.add(
                    period < cohort.back().size()
                            ? numbers.told(cohort.back().get(period))
                            : Figure.not(Withheld.NOT_OVER_YET));
        }
        return new Cohort(
                cohort.start(),
                size,
                back,
                back.stream().map(figure -> Figure.ratio(figure, size)).toList());
    }

    private List<Figure> overall(List<Noised> cohorts) {
        List<Figure> overall = new ArrayList<>();
        for (int period = 0; period < question.periods(); period++) {
            int at = period;
            List<Noised> over =
                    cohorts.stream().filter(one -> at < one.back().size()).toList();
            Figure size =
                    numbers.told(numbers.sum(over.stream().map(Noised::size).toList()));
            Figure back = numbers.told(
                    numbers.sum(over.stream().map(one -> one.back().get(at)).toList()));
            overall.add(over.isEmpty() ? Figure.not(Withheld.NOT_OVER_YET) : Figure.ratio(back, size));
        }
        return overall;
    }
}
