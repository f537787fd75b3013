package dev.aisle.algorithms.privacy.guard;

import java.util.random.RandomGenerator;

/** The noise of a release: of σ·√touched·most each, so that what one person changes is 1/σ in the Euclidean norm, as it is for a count. */
public final class Noise {
    private static final double STEP = 5;

    private final GuardLevel level;
    private final RandomGenerator random;

    /** Noise of a level; {@code random} is a {@link java.security.SecureRandom} wherever a person is protected. */
    public Noise(GuardLevel level, RandomGenerator random) {
        this.level = level;
        this.random = random;
    }

    /** Returns how strongly numbers are guarded. */
    public GuardLevel level() {
        return level;
    }

    /**
     * Returns the figure with noise, rounded to what five people add at most, and 0 or more.
     *
     * @param touched how many figures of the release one person can change, 1 or more
     */
    public NoisedFigure of(Figure figure, int touched) {
        double spread = level.deviation() * Math.sqrt(touched) * figure.most();
        double step = STEP * figure.most();
        double steps = Math.rint((figure.value() + spread * random.nextGaussian()) / step);
        return new NoisedFigure(Math.max(0, steps * step), spread);
    }
}
