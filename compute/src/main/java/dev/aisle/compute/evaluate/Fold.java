package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.sequence.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What models may see, and what they are asked then. A k-fold split has k of them, any other split one.
 *
 * @param train people × items, or sessions × items; what weighs how much is the format's business
 * @param sessions the same in its order; empty when the data has none
 * @param ratings the same pairs as train, weighted by what people rated; empty when nobody rated
 * @param ages the same pairs as train, weighted by the days from their last time to the end of train, at least {@link #LEAST_AGE}; empty when
 *     the data has no times
 * @param cases the questions
 * @param leftOut what isn't asked for, and why
 */
record Fold(
        Interactions train,
        Optional<Sessions> sessions,
        Optional<Interactions> ratings,
        Optional<Interactions> ages,
        List<Case> cases,
        List<LeftOut> leftOut) {
    /** Days; a weight can't be 0. */
    static final float LEAST_AGE = 1e-3f;

    private static final double FEW = 0.01;

    /** The same with a share of the questions; a larger share holds the smaller ones. */
    Fold asking(double share) {
        List<Case> some = IntStream.range(0, cases.size())
                .filter(n -> Protocol.uniform(n) < share)
                .mapToObj(cases::get)
                .toList();
        return new Fold(train, sessions, ratings, ages, some, leftOut);
    }

    /** Whether sessions of train go from an item to itself, in at least a hundredth of their steps. */
    boolean repeatsInARow() {
        return sessions.map(Fold::repetition).orElse(0.0) >= FEW;
    }

    private static double repetition(Sessions sessions) {
        long same = 0;
        for (int session = 0; session < sessions.size(); session++) {
            for (int step = sessions.start(session) + 1; step < sessions.start(session + 1); step++) {
                same += sessions.item(step) == sessions.item(step - 1) ? 1 : 0;
            }
        }
        return (double) same / Math.max(1, sessions.steps() - sessions.size());
    }
}
