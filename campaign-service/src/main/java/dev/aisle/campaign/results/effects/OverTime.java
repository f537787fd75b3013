package dev.aisle.campaign.results.effects;

import dev.aisle.algorithms.experiment.Alternative;
import dev.aisle.algorithms.experiment.ConfidenceSequence;
import dev.aisle.algorithms.experiment.Effect;
import dev.aisle.algorithms.experiment.MeanDifference;
import dev.aisle.algorithms.experiment.Verdict;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.algorithms.privacy.guard.ReleasedSums;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Exact counts of the days of a version, put together to at most {@link #PARTS} parts of equal length. The interval is one that may be looked at every day.
 *
 * @param first the first day
 * @param width days of a part
 */
public record OverTime(LocalDate first, int width, List<Moved> moved) {
    /** The noise of a sum of parts grows with the root of their number, so that there are few. */
    private static final int PARTS = 8;
    /** Somebody is in all people, was assigned in one part, and ordered in one. */
    private static final int TOUCHED = 3;

    private static final double ALPHA = 0.05;
    private static final double HUNDRED = 100;
    /** People after whom the interval is to be tightest; fixed, so that nobody's looking moves it. */
    private static final double TIGHTEST = 1_000;

    public OverTime {
        moved = List.copyOf(moved);
    }

    /**
     * What happened on a day in an arm.
     *
     * @param people who were assigned
     * @param converted people whose first order that counts came
     */
    public record Moved(LocalDate day, boolean holdout, long people, long converted) {}

    /** From the day of the start until today. */
    public static OverTime of(LocalDate first, LocalDate today, List<Moved> moved) {
        long days = ChronoUnit.DAYS.between(first, today) + 1;
        return new OverTime(first, (int) Math.max(1, (days + PARTS - 1) / PARTS), moved);
    }

    /** One answer. */
    public Question question(String text) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(moved.stream().mapToLong(Moved::people).sum()));
        for (int part = 0; part < PARTS; part++) {
            for (boolean holdout : new boolean[] {false, true}) {
                List<Moved> those = those(part, holdout);
                figures.add(
                        Figure.people(those.stream().mapToLong(Moved::people).sum()));
                figures.add(
                        Figure.people(those.stream().mapToLong(Moved::converted).sum()));
            }
        }
        return new Question("over time " + first + " " + width + " " + text, figures, TOUCHED);
    }

    /** Before the first day counts as it, after the last part as that. */
    private List<Moved> those(int part, boolean holdout) {
        return moved.stream()
                .filter(one -> one.holdout() == holdout)
                .filter(one -> Math.clamp(ChronoUnit.DAYS.between(first, one.day()) / width, 0, PARTS - 1) == part)
                .toList();
    }

    /** The ends of parts up to today at which both arms have enough people. */
    public List<EffectDay> shown(Answer.Shown answer, GuardLevel level, LocalDate today) {
        Iterator<NoisedFigure> figures = answer.figures().iterator();
        figures.next();
        NoisedFigure[] soFar = new NoisedFigure[4];
        Arrays.fill(soFar, new NoisedFigure(0, 0));
        List<EffectDay> days = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            for (int n = 0; n < soFar.length; n++) {
                soFar[n] = sum(soFar[n], figures.next());
            }
            LocalDate begun = first.plusDays((long) part * width);
            LocalDate end = begun.plusDays(width - 1L);
            if (!begun.isAfter(today) && level.shows(soFar[0]) && level.shows(soFar[2])) {
                days.add(at(end.isAfter(today) ? today : end, soFar));
            }
        }
        return days;
    }

    private static NoisedFigure sum(NoisedFigure before, NoisedFigure one) {
        return new NoisedFigure(before.value() + one.value(), Math.hypot(before.deviation(), one.deviation()));
    }

    private static EffectDay at(LocalDate day, NoisedFigure[] soFar) {
        long got = soFar[0].whole();
        long none = soFar[2].whole();
        MeanDifference found =
                MeanDifference.of(ReleasedSums.of(soFar[0], soFar[1]), ReleasedSums.of(soFar[2], soFar[3]));
        Verdict verdict = new ConfidenceSequence(ALPHA, TIGHTEST, Alternative.TWO_SIDED)
                .of(new Effect(found.difference(), found.error(), found.freedom()), got + none);
        return new EffectDay(
                day, got, none, HUNDRED * found.difference(), HUNDRED * verdict.low(), HUNDRED * verdict.high());
    }
}
