package dev.aisle.profile.analysis.domain.disclosure;

import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import java.util.Collection;

/**
 * The numbers of one analysis with the guard's noise. The whole analysis is one release: the noise of each number grows with how many of
 * them one person can change. What is computed from numbers that have their noise says no more than they do.
 */
public class GuardedNumbers {
    private final Noise noise;
    private final int touched;

    /**
     * Numbers of a release.
     *
     * @param touched how many of its numbers one person can change, 1 or more
     */
    public GuardedNumbers(Noise noise, int touched) {
        this.noise = noise;
        this.touched = touched;
    }

    public GuardLevel level() {
        return noise.level();
    }

    /** Returns the standard deviation of a number of people. */
    public double deviation() {
        return level().deviation() * Math.sqrt(touched);
    }

    /** Returns a number of people, each of whom counts once, with noise. */
    public NoisedFigure people(long people) {
        return of((double) people, 1);
    }

    /**
     * Returns an amount with noise.
     *
     * @param most what one person adds at most
     */
    public NoisedFigure of(double amount, double most) {
        return noise.of(new dev.aisle.algorithms.privacy.guard.Figure(amount, most), touched);
    }

    /** Whether a number that is there for everybody's question, whatever people do, is shown. */
    public boolean shows(NoisedFigure number) {
        return level().shows(number);
    }

    /** Whether one whose name comes from what people do is shown: further from what noise makes of a single person. */
    public boolean showsNamed(NoisedFigure number) {
        return level().showsOneOfMany(number);
    }

    /** Returns the number as a chart has it, or that it is of too few. */
    public Figure told(NoisedFigure number) {
        return shows(number) ? Figure.told(number.value()) : Figure.not(Withheld.FEWER_THAN_K);
    }

    /** Returns one of many numbers of a series, of which most may be of nobody: told when it is so far out that none of them is told by chance. */
    public Figure toldOfMany(NoisedFigure number) {
        return showsNamed(number) ? Figure.told(number.value()) : Figure.not(Withheld.FEWER_THAN_K);
    }

    /** Returns what some of a whole leave of it: less exact with each of them. */
    public static NoisedFigure rest(NoisedFigure whole, Collection<NoisedFigure> parts) {
        double value =
                whole.value() - parts.stream().mapToDouble(NoisedFigure::value).sum();
        return new NoisedFigure(Math.max(0, value), whole.deviation() * Math.sqrt(1.0 + parts.size()));
    }

    /** Returns the sum of numbers with the same noise. */
    public NoisedFigure sum(Collection<NoisedFigure> parts) {
        double value = parts.stream().mapToDouble(NoisedFigure::value).sum();
        return new NoisedFigure(value, deviation() * Math.sqrt(Math.max(1, parts.size())));
    }

    /** Returns a number that is known to be at most another one. */
    public static NoisedFigure atMost(NoisedFigure number, NoisedFigure whole) {
        return number.value() <= whole.value() ? number : new NoisedFigure(whole.value(), number.deviation());
    }
}
