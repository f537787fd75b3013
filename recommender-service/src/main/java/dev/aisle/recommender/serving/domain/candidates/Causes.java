package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.serving.domain.Signal;
import dev.aisle.recommender.serving.domain.Signals.Known;
import java.util.ArrayList;
import java.util.List;

/** Takes a model's addends for causes. */
final class Causes {
    private Causes() {}

    /** The signals that add something, without the candidate itself. */
    static List<Cause> of(Known signals, float[] addends, Candidate candidate) {
        List<Cause> causes = new ArrayList<>();
        for (int place = 0; place < addends.length; place++) {
            Signal signal = signals.signals().get(place);
            if (addends[place] > 0
                    && !signal.productId().equals(candidate.product().productId())) {
                causes.add(new Cause(signal, addends[place]));
            }
        }
        return causes;
    }
}
