package dev.aisle.algorithms.federated;

/**
 * What partners agree on before they train.
 *
 * @param rank length of a factor, in 1 … 256
 * @param rounds of learning, after the census; in 1 … 1000
 * @param clip greatest Euclidean norm of what a person adds to a round, &gt; 0
 * @param censusClip the same for the census
 * @param noise standard deviation of the noise of a sum, in multiples of its clip; 0 for none
 * @param chance of a person to take part in a round, in (0, 1]
 * @param unobserved weight of all pairs together, in multiples of what was seen, &gt; 0
 * @param regularisation λ, &gt; 0
 * @param seed of the first item factors; every partner starts from the same
 */
public record JointSettings(
        int rank,
        int rounds,
        double clip,
        double censusClip,
        double noise,
        double chance,
        double unobserved,
        double regularisation,
        long seed) {
    private static final int LARGEST_RANK = 256;
    private static final int MOST_ROUNDS = 1000;

    /** Checks the numbers. */
    public JointSettings {
        require(rank >= 1 && rank <= LARGEST_RANK, "rank: expected 1 to " + LARGEST_RANK + ", was " + rank);
        require(rounds >= 1 && rounds <= MOST_ROUNDS, "rounds: expected 1 to " + MOST_ROUNDS + ", was " + rounds);
        require(positive(clip) && positive(censusClip), "clip: expected > 0, was " + clip + " and " + censusClip);
        require(noise >= 0 && Double.isFinite(noise), "noise: expected ≥ 0, was " + noise);
        require(chance > 0 && chance <= 1, "chance: expected in (0, 1], was " + chance);
        require(
                positive(unobserved) && positive(regularisation),
                "unobserved and regularisation: expected > 0, were " + unobserved + " and " + regularisation);
    }

    /**
     * Settings that did well without noise. Both clips are above what anybody adds: where no noise is scaled by them, a clip only makes people who took much count for
     * less, and two clips that don't shorten alike make steps too long or too short.
     */
    public static JointSettings withoutNoise() {
        return new JointSettings(32, 60, 100, 100, 0, 1, 12, 0.015, 20_261_126L);
    }

    /** Settings that did well with noise: less to learn, in fewer rounds, by less of each person. */
    public static JointSettings withNoise(double noise) {
        return new JointSettings(8, 6, 1, 5, noise, 1, 12, 0.015, 20_261_126L);
    }

    /** The same with other rounds and other clips. */
    public JointSettings with(int newRounds, double newClip, double newCensusClip) {
        return new JointSettings(
                rank, newRounds, newClip, newCensusClip, noise, chance, unobserved, regularisation, seed);
    }

    /** What the settings cost a person when all goes well, at a δ; infinite without noise. */
    public double epsilon(int items, double delta) {
        return epsilonAfter(rounds, items, delta);
    }

    /** What was spent after the census and so many rounds. */
    public double epsilonAfter(int done, int items, double delta) {
        if (noise == 0) {
            return Double.POSITIVE_INFINITY;
        }
        // Rounding to units lengthens what a person can change a little.
        double census = censusClip * noise / (censusClip + Quantiser.slack(Census.length(items)));
        double round = clip * noise / (clip + Quantiser.slack(UpdateShape.length(items, rank)));
        return new RenyiAccountant().add(census, 1, 1).add(round, chance, done).epsilon(delta);
    }

    private static boolean positive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
