package dev.aisle.algorithms.recommend;

/**
 * What most people took lately, the same list for everybody: {@code score(i) = Σ_u 2^(−age / half-life)} over the people who took the item, where
 * the age of a person's last time is counted from the last interaction of all. Memory: 4 bytes an item, nothing a person.
 *
 * @param halfLifeDays after as many days a person counts half, &gt; 0
 */
public record DecayedPopularity(double halfLifeDays) implements Algorithm {
    /** Checks the parameter. */
    public DecayedPopularity {
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("popularity-decay: expected halfLifeDays > 0, was " + halfLifeDays);
        }
    }

    /** Parameters that did well on several shops. */
    public static DecayedPopularity withDefaults() {
        return new DecayedPopularity(30);
    }

    @Override
    public String name() {
        return "popularity-decay";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when it isn't known when the interactions happened
     */
    @Override
    public Popularity.Model fit(Interactions train, Progress progress) {
        Popularity.Model model = Popularity.Model.of(new Ages(name(), train).decayedPeople(halfLifeDays));
        progress.step(1, 1);
        return model;
    }
}
