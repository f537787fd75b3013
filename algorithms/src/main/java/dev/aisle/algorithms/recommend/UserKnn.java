package dev.aisle.algorithms.recommend;

/**
 * Neighbours among people: {@code score(i) = Σ_{v ∈ N} s(u, v) · w_vi}, where N are the k people most similar to the one in question, or, reversed,
 * the people to whom the one in question is among the k most similar, and {@code s(u, v) = Σ_i w_ui w_vi / (‖w_u‖ ‖w_v‖ + shrinkage)}. Reversed,
 * nobody who resembles everybody speaks to everybody; where several are equally similar and not all of them are among the k, each counts by its chance
 * to be. The model holds the rows of people: it belongs into an evaluation or into a store that forgets
 * people, not into a file. Memory: 16 bytes × interactions; reversed, the fit compares all people who share an item.
 *
 * @param k neighbours, ≥ 1
 * @param shrinkage damps similarities that rest on little, ≥ 0
 * @param weighting of the interactions before similarities are taken
 * @param normalised whether the score is divided by {@code Σ |s(u, v)|} over neighbours who have the item
 * @param reversed whether a neighbour is who has the person among the k nearest, instead of the other way round
 * @see <a href="https://doi.org/10.1145/192844.192905">Resnick, Iacovou, Suchak, Bergstrom, Riedl 1994</a>
 * @see <a href="https://www.jmlr.org/papers/v11/radovanovic10a.html">Radovanović, Nanopoulos, Ivanović 2010, on hubs</a>
 */
public record UserKnn(int k, float shrinkage, Weighting weighting, boolean normalised, boolean reversed)
        implements Algorithm {
    /** Checks the parameters. */
    public UserKnn {
        if (k < 1 || !(shrinkage >= 0) || Float.isInfinite(shrinkage)) {
            throw new IllegalArgumentException(
                    "userknn: expected k ≥ 1, shrinkage ≥ 0; was k=" + k + ", shrinkage=" + shrinkage);
        }
    }

    /** Parameters that did well on several shops. */
    public static UserKnn withDefaults() {
        return new UserKnn(100, 5, Weighting.TF_IDF, false, false);
    }

    @Override
    public String name() {
        return "userknn";
    }

    @Override
    public Model fit(Interactions train, Progress progress) {
        PeopleLikeness likeness = PeopleLikeness.of(train, weighting, shrinkage);
        Reach reach = reversed ? Reach.of(likeness, train.userCount(), k, progress) : Reach.NONE;
        progress.step(1, 1);
        return new UserNeighbours(train, likeness, reach, this);
    }
}
