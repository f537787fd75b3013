package dev.aisle.recommender.models.choice;

import dev.aisle.recommender.models.choice.ChoiceRule.Compared;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Compares mixes at each kind of placement on what people did after a moment. */
public final class ChooseMixes {
    private final TrainingSet set;
    private final long moment;
    private final IntPredicate asked;
    private final int models;

    /**
     * A comparison.
     *
     * @param asked which people may be asked, by their number: nobody by whom the gate judges
     */
    public ChooseMixes(TrainingSet set, long moment, IntPredicate asked) {
        this(set, moment, asked, 1);
    }

    /**
     * A comparison of several models, of which one is kept.
     *
     * @param models how many there are
     */
    public ChooseMixes(TrainingSet set, long moment, IntPredicate asked, int models) {
        this.set = set;
        this.moment = moment;
        this.asked = asked;
        this.models = models;
    }

    /**
     * Chooses.
     *
     * @param model that has seen nothing of what happened after the moment
     * @param present what serves now; {@code null}: the usual mixes
     */
    public ChoiceReport of(TrainedModel model, @Nullable ChoiceReport present) {
        boolean network = model.network() != null;
        List<PlacementChoice> choices = new ArrayList<>();
        for (PlacementKind kind : PlacementKind.values()) {
            choices.add(choose(model, kind, ChoiceReport.present(present, kind, network)));
        }
        return new ChoiceReport(choices, "What people did from " + Instant.ofEpochMilli(moment) + " on.");
    }

    private PlacementChoice choose(TrainedModel model, PlacementKind kind, NamedMix present) {
        List<NamedMix> mixes = new ArrayList<>(MixCandidates.of(kind, model.network() != null));
        // What serves by another version's weights is compared as it serves.
        Optional<NamedMix> same =
                mixes.stream().filter(mix -> mix.mix().equals(present.mix())).findFirst();
        if (same.isEmpty()) {
            mixes.removeIf(mix -> mix.name().equals(present.name()));
            mixes.add(present);
        }
        PlacementQuestions questions = new PlacementQuestions(set, moment, kind, asked);
        return new ChoiceRule(PlacementQuestions.metric(), models)
                .choose(kind, same.orElse(present), new Compared(mixes, questions.judge(model, mixes)));
    }
}
