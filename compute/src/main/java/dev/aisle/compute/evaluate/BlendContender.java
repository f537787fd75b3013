package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A weighted sum of algorithms on one scale, whatever each learns from. Those that can't take part on some data are left out there.
 *
 * @param parts with weights other than 0
 * @param scale what makes their scores comparable
 */
record BlendContender(List<Part> parts, Scale scale) implements Contender {
    /**
     * One algorithm of the blend.
     *
     * @param contender ready to fit
     * @param weight how much it counts
     */
    record Part(Contender contender, float weight) {}

    private record FittedPart(Fitted fitted, float weight) {}

    @Override
    public String name() {
        return "blend";
    }

    @Override
    public Optional<String> refusal(Dataset data) {
        return able(data).isEmpty() ? Optional.of("none of its parts can take part on this data") : Optional.empty();
    }

    private List<Part> able(Dataset data) {
        return parts.stream()
                .filter(part -> part.contender().refusal(data).isEmpty())
                .toList();
    }

    @Override
    public Fitted fit(Dataset data, Fold fold, Progress progress) {
        List<FittedPart> fitted = new ArrayList<>();
        for (Part part : able(data)) {
            fitted.add(new FittedPart(part.contender().fit(data, fold, progress), part.weight()));
        }
        return (question, into) -> score(fitted, question, into);
    }

    /** What no part can show isn't shown. */
    private void score(List<FittedPart> fitted, Case question, float[] into) {
        float[] scores = new float[into.length];
        boolean[] showable = new boolean[into.length];
        Arrays.fill(into, 0f);
        for (FittedPart part : fitted) {
            part.fitted().score(question, scores);
            for (int item = 0; item < into.length; item++) {
                showable[item] |= Float.isFinite(scores[item]);
            }
            scale.apply(scores);
            for (int item = 0; item < into.length; item++) {
                into[item] += part.weight() * scores[item];
            }
        }
        for (int item = 0; item < into.length; item++) {
            into[item] = showable[item] ? into[item] : Float.NEGATIVE_INFINITY;
        }
    }
}
