package dev.aisle.recommender.models.gate;

import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.gate.FairComparison.Judged;
import dev.aisle.recommender.models.gate.FairComparison.Rival;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.TriedPlaces.Tried;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a candidate beside the model that serves. */
public final class JudgeCandidate {
    private final GateRule rule;
    private final TriedPlaces tried;
    private final boolean evaluated;

    /**
     * A judge.
     *
     * @param evaluated whether anything is compared
     */
    public JudgeCandidate(GateRule rule, TriedPlaces tried, boolean evaluated) {
        this.rule = rule;
        this.tried = tried;
        this.evaluated = evaluated;
    }

    /**
     * Judges the settings on a set.
     *
     * @param rival the model that serves; {@code null} when none does
     */
    public Judged judge(TrainingSet set, Recipe recipe, @Nullable Rival rival, TrainingProgress progress) {
        if (!evaluated) {
            String off = "aisle.training.evaluate is false: nothing is compared.";
            return Judged.without(
                    GateResult.passed(Basis.OFF, off),
                    ChoiceReport.kept(rival == null ? null : rival.choice(), false, off));
        }
        FairComparison comparison = new FairComparison(set, recipe, progress);
        return rival == null
                ? comparison.alone()
                : byTheLog(comparison.beside(rival, rule.people(), new NonInferiority(rule.margin())), rival);
    }

    /** Where the log has a say, too: of what both models haven't learned from. */
    private Judged byTheLog(Judged judged, Rival rival) {
        PastModel past = judged.past();
        TrainedModel serving = rival.model();
        if (!rule.byTheLog() || past == null || serving == null) {
            return judged;
        }
        Instant since = Instant.ofEpochMilli(past.moment());
        Instant learned = rival.learnedUntil();
        List<Tried> places = tried.since(learned != null && learned.isAfter(since) ? learned : since);
        return judged.under(new ByTheLog(rule.margin(), rule.effectivePlaces())
                .judge(judged.gate(), past.model(), serving, places));
    }
}
