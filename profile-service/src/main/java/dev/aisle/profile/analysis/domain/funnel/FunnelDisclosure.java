package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Breakdown;
import dev.aisle.profile.analysis.domain.CountBy;
import dev.aisle.profile.analysis.domain.disclosure.Complement;
import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.disclosure.DurationHistogram;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart.Group;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart.Step;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a funnel may be told. A step needs k people, and between it and the last one that is told nobody or k people must have
 * ended; over the groups, what is withheld at a step must not be few by subtraction from the total.
 */
final class FunnelDisclosure {
    private final FunnelQuestion question;
    private final Disclosure disclosure;
    private final KThreshold threshold;
    private final Complement complement;

    FunnelDisclosure(FunnelQuestion question, Disclosure disclosure) {
        this.question = question;
        this.disclosure = disclosure;
        this.threshold = disclosure.threshold();
        this.complement = question.countBy() == CountBy.PERSON
                ? Complement.ofDisjoint(threshold)
                : Complement.ofOverlapping(threshold);
    }

    FunnelChart chart(FunnelTally tally, Instant asOf) {
        boolean[] total = chain(tally.all());
        List<FunnelGroups.Named> groups = question.breakdown() == Breakdown.NONE
                ? List.of()
                : FunnelGroups.of(tally.groups(), threshold, complement);
        List<boolean[]> told =
                groups.stream().map(group -> chain(group.counts())).toList();
        for (int step = 0; step < total.length; step++) {
            if (total[step]) {
                hideDifferences(step, groups, told);
            }
        }
        List<Group> shown = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            shown.add(group(groups.get(i).label(), groups.get(i).counts(), told.get(i)));
        }
        return new FunnelChart(
                Basis.of(question.days(), asOf, tally.people(), unit(), disclosure),
                question.breakdown().name().toLowerCase(Locale.ROOT),
                group("(all)", tally.all(), total),
                shown);
    }

    private String unit() {
        return question.countBy() == CountBy.PERSON ? "people" : "sessions";
    }

    /** Which steps of a group may be told beside each other. */
    private boolean[] chain(StepCounts counts) {
        boolean[] told = new boolean[counts.steps()];
        long ended = 0;
        for (int step = 0; step < told.length; step++) {
            ended = step == 0 ? 0 : complement.together(ended, counts.peopleEnded(step - 1));
            told[step] = threshold.allows(counts.peopleReached(step)) && threshold.allowsDifference(ended);
            ended = told[step] ? 0 : ended;
        }
        return told;
    }

    private void hideDifferences(int step, List<FunnelGroups.Named> groups, List<boolean[]> told) {
        boolean[] here = new boolean[groups.size()];
        long[] reached = new long[groups.size()];
        long[] ended = new long[groups.size()];
        for (int i = 0; i < here.length; i++) {
            StepCounts counts = groups.get(i).counts();
            here[i] = told.get(i)[step];
            reached[i] = counts.peopleReached(step);
            ended[i] = step == 0 ? 0 : counts.peopleEnded(step - 1);
        }
        complement.apply(here, reached, ended);
        for (int i = 0; i < here.length; i++) {
            told.get(i)[step] = here[i];
        }
    }

    private Group group(String label, StepCounts counts, boolean[] told) {
        List<Step> steps = new ArrayList<>();
        Figure first = Figure.not(Withheld.FEWER_THAN_K);
        Figure before = first;
        for (int step = 0; step < told.length; step++) {
            Figure count = count(counts, step, told[step]);
            first = step == 0 ? count : first;
            before = step == 0 ? count : before;
            steps.add(new Step(
                    question.steps().get(step).label(),
                    count,
                    Figure.ratio(count, first),
                    Figure.ratio(count, before),
                    times(counts.sinceStepBefore(step), counts.peopleReached(step), told[step]),
                    times(counts.sinceFirst(step), counts.peopleReached(step), told[step])));
            before = count.isTold() ? count : before;
        }
        return new Group(label, steps);
    }

    private Figure count(StepCounts counts, int step, boolean told) {
        long people = counts.peopleReached(step);
        if (!told) {
            return Figure.not(threshold.allows(people) ? Withheld.BY_SUBTRACTION : Withheld.FEWER_THAN_K);
        }
        return question.countBy() == CountBy.PERSON
                ? disclosure.people(people)
                : disclosure.amount((double) counts.reached(step), people);
    }

    private Times times(DurationHistogram times, long people, boolean told) {
        return new Times(
                quantile(times, .25, people, told),
                quantile(times, .5, people, told),
                quantile(times, .75, people, told),
                quantile(times, .9, people, told));
    }

    private Figure quantile(DurationHistogram times, double q, long people, boolean told) {
        return told && times.count() > 0
                ? disclosure.quantile(times.quantile(q), q, people)
                : Figure.not(Withheld.FEWER_THAN_K);
    }
}
