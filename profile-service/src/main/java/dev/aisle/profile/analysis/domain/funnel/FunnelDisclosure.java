package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Breakdown;
import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.disclosure.NoisedTimes;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart.Group;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart.Step;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A funnel with the guard's noise: in the total and in each group as many at a step as before it, or fewer. */
final class FunnelDisclosure {
    static final String OTHER = "(other)";
    private static final int MOST_GROUPS = 20;

    private final FunnelQuestion question;
    private final GuardedNumbers numbers;

    FunnelDisclosure(FunnelQuestion question, GuardedNumbers numbers) {
        this.question = question;
        this.numbers = numbers;
    }

    /** A group and how many reached its steps. */
    private record Noised(String label, List<NoisedFigure> steps) {
        double size() {
            return steps.getFirst().value();
        }
    }

    FunnelChart chart(FunnelTally tally, Instant asOf) {
        Noised total = new Noised("(all)", noised(tally.all()));
        boolean people = question.countBy() == CountBy.PERSON;
        NoisedFigure began = people ? total.steps().getFirst() : numbers.people(tally.people());
        return new FunnelChart(
                Basis.of(question.days(), asOf, began, people ? "people" : "sessions", numbers),
                question.breakdown().name().toLowerCase(Locale.ROOT),
                group(total, times(tally.all())),
                question.breakdown() == Breakdown.NONE
                        ? List.of()
                        : groups(tally, total).stream()
                                .map(group -> group(group, List.of()))
                                .toList());
    }

    private List<NoisedFigure> noised(StepCounts counts) {
        List<NoisedFigure> steps = new ArrayList<>();
        for (int step = 0; step < counts.steps(); step++) {
            NoisedFigure reached =
                    numbers.of((double) counts.reached(step), question.countBy().most());
            steps.add(step == 0 ? reached : GuardedNumbers.atMost(reached, steps.getLast()));
        }
        return steps;
    }

    /** The largest first, and what they leave of the total at the end. */
    private List<Noised> groups(FunnelTally tally, Noised total) {
        List<Noised> shown = new ArrayList<>(tally.groups().entrySet().stream()
                .map(entry -> new Noised(entry.getKey(), noised(entry.getValue())))
                .filter(group -> numbers.showsNamed(group.steps().getFirst()))
                .sorted(Comparator.comparingDouble(Noised::size).reversed().thenComparing(Noised::label))
                .limit(MOST_GROUPS)
                .toList());
        List<NoisedFigure> rest = new ArrayList<>();
        for (int step = 0; step < total.steps().size(); step++) {
            int at = step;
            NoisedFigure left = GuardedNumbers.rest(
                    total.steps().get(at),
                    shown.stream().map(group -> group.steps().get(at)).toList());
            rest.add(step == 0 ? left : GuardedNumbers.atMost(left, rest.getLast()));
        }
        if (numbers.shows(rest.getFirst())) {
            shown.add(new Noised(OTHER, rest));
        }
        return shown;
    }

    private Group group(Noised counts, List<Times> times) {
        List<Step> steps = new ArrayList<>();
        Figure first = numbers.told(counts.steps().getFirst());
        Figure before = first;
        for (int step = 0; step < counts.steps().size(); step++) {
            Figure count = numbers.told(counts.steps().get(step));
            steps.add(new Step(
                    question.steps().get(step).label(),
                    count,
                    Figure.ratio(count, first),
                    Figure.ratio(count, before),
                    times.isEmpty() ? Times.NOT_BY_GROUP : times.get(step)));
            before = count.isTold() ? count : before;
        }
        return new Group(counts.label(), steps);
    }

    /** Nothing is before the first step. */
    private List<Times> times(StepCounts counts) {
        List<Times> times = new ArrayList<>();
        times.add(Times.of(Figure.not(Withheld.NOTHING_TO_DIVIDE)));
        for (int step = 1; step < counts.steps(); step++) {
            NoisedTimes since = new NoisedTimes(
                    counts.sinceStepBefore(step), question.countBy().most(), numbers);
            times.add(new Times(since.quantile(.25), since.quantile(.5), since.quantile(.75), since.quantile(.9)));
        }
        return times;
    }
}
