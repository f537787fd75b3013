package dev.aisle.algorithms.recommend;

import java.util.ArrayList;
import java.util.List;

/**
 * A weighted sum of models on one scale: {@code score(i) = Σ_p weight_p · scaled_p(i)}. Memory: that of its parts.
 *
 * @param parts at least one
 * @param scale what makes the parts' scores comparable
 */
public record Blend(List<Part> parts, Scale scale) implements Algorithm {
    private static final int STEPS = 1_000;

    /** Checks the parameters. */
    public Blend {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("blend: expected at least one part");
        }
    }

    /**
     * One algorithm of a blend.
     *
     * @param algorithm ready to fit
     * @param weight how much it counts, finite; below 0 it counts against an item
     */
    public record Part(Algorithm algorithm, float weight) {
        /** Checks the weight. */
        public Part {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("blend: the weight of " + algorithm.name() + " is " + weight);
            }
        }
    }

    @Override
    public String name() {
        return "blend";
    }

    /** {@inheritDoc} The model is explainable when its parts are and the scale allows it. */
    @Override
    public Model fit(Interactions train, Progress progress) {
        List<Model> models = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int before = part * STEPS;
            Progress ofPart = (done, total) ->
                    progress.goOn(before + (int) ((long) STEPS * done / Math.max(1, total)), parts.size() * STEPS);
            models.add(parts.get(part).algorithm().fit(train, ofPart));
        }
        float[] weights = new float[models.size()];
        for (int part = 0; part < weights.length; part++) {
            weights[part] = parts.get(part).weight();
        }
        return BlendModel.of(models, weights, scale);
    }
}
