package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import java.util.EnumMap;
import java.util.Map;

/** What each source of a model says to one question, computed when first asked for. Of one thread. */
public final class SourceScores {
    private static final float[] NOTHING = {};

    private final TrainedModel model;
    private final Asked asked;
    private final Map<Source, float[]> scores = new EnumMap<>(Source.class);

    /** The scores of a question, in the model's numbers. */
    public SourceScores(TrainedModel model, Asked asked) {
        this.model = model;
        this.asked = asked;
    }

    int itemCount() {
        return model.itemCount();
    }

    /** One score a product; none when the source has nothing to go by. */
    float[] of(Source source) {
        return scores.computeIfAbsent(source, this::computed);
    }

    private float[] computed(Source source) {
        return switch (source) {
            case SIMILAR -> of(model.similar(), asked.session());
            case BOUGHT_TOGETHER -> of(model.boughtTogether(), asked.basket());
            case SESSIONS -> of(model.sessions(), asked.visit());
            case FACTORS -> of(model.als(), asked.history());
            case POPULARITY -> model.popularity().scores();
            case NETWORK -> network();
            default -> NOTHING;
        };
    }

    private static float[] of(Model part, History history) {
        if (history.size() == 0) {
            return NOTHING;
        }
        float[] scores = new float[part.itemCount()];
        part.score(history, scores);
        return scores;
    }

    private float[] network() {
        NetworkModel network = model.network();
        return network == null || asked.sequence().size() == 0 ? NOTHING : NetworkScores.of(network, asked.sequence());
    }
}
