package dev.aisle.algorithms.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fitted models, and how much each counts. */
public class BlendModel implements Model {
    private final List<? extends Model> models;
    private final float[] weights;
    private final Scale scale;

    private BlendModel(List<? extends Model> models, float[] weights, Scale scale) {
        this.models = models;
        this.weights = weights;
        this.scale = scale;
    }

    /**
     * A blend of models that know the same items.
     *
     * @param weights one a model, finite
     * @return an {@link ExplainableModel} when all models are and the scale is {@link Scale#DEVIATION}
     * @throws IllegalArgumentException when the numbers of items or of weights differ
     */
    public static Model of(List<? extends Model> models, float[] weights, Scale scale) {
        boolean alike = models.stream().mapToInt(Model::itemCount).distinct().count() == 1;
        if (!alike || models.size() != weights.length) {
            throw new IllegalArgumentException("blend: expected models of the same items, and a weight for each");
        }
        List<ExplainableModel> explainable = new ArrayList<>();
        for (Model model : models) {
            if (scale == Scale.DEVIATION && model instanceof ExplainableModel one) {
                explainable.add(one);
            }
        }
        return explainable.size() == models.size()
                ? new Explainable(explainable, weights.clone())
                : new BlendModel(List.copyOf(models), weights.clone(), scale);
    }

    @Override
    public int itemCount() {
        return models.getFirst().itemCount();
    }

    @Override
    public void score(History history, float[] into) {
        Arrays.fill(into, 0f);
        float[] scores = new float[into.length];
        for (int part = 0; part < weights.length; part++) {
            if (weights[part] != 0) {
                models.get(part).score(history, scores);
                scale.apply(scores);
                for (int item = 0; item < into.length; item++) {
                    into[item] += weights[part] * scores[item];
                }
            }
        }
    }

    private static final class Explainable extends BlendModel implements ExplainableModel {
        private final List<ExplainableModel> models;
        private final float[] weights;

        Explainable(List<ExplainableModel> models, float[] weights) {
            super(models, weights, Scale.DEVIATION);
            this.models = List.copyOf(models);
            this.weights = weights;
        }

        @Override
        public float[] contributions(History history, int item) {
            float[] addends = new float[history.size()];
            float[] scores = new float[itemCount()];
            for (int part = 0; part < weights.length; part++) {
                models.get(part).score(history, scores);
                float factor = weights[part] * Scale.factor(scores);
                float[] ofPart = models.get(part).contributions(history, item);
                for (int place = 0; place < addends.length; place++) {
                    addends[place] += factor * ofPart[place];
                }
            }
            return addends;
        }
    }
}
