package dev.aisle.recommender.models.gate;

import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.ChooseMixes;
import dev.aisle.recommender.models.domain.HeldOutList;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits a candidate's settings to the past and compares them with the model that serves, on what neither has seen; docs/decisions/0026. Takes the
 * share 0.05 … 0.5 of a training's progress.
 */
public final class FairComparison {
    private static final double SHARE_BEFORE_HOLD_OUT = 0.9;

    private final TrainingSet set;
    private final Recipe recipe;
    private final TrainingProgress progress;
    private final HoldOut latest;
    private final long usual;

    /** A comparison on this set. */
    public FairComparison(TrainingSet set, Recipe recipe, TrainingProgress progress) {
        this.set = set;
        this.recipe = recipe;
        this.progress = progress;
        this.usual = set.momentOf(SHARE_BEFORE_HOLD_OUT);
        this.latest = new HoldOut(set, usual);
    }

    /**
     * How good the candidate's settings are.
     *
     * @param metrics of the candidate and its parts, such as {@code ials.recall@20}
     * @param lists that its settings gave the people of the hold-out
     * @param choice of the mixes; made by people who don't judge the candidate
     * @param past what was judged; {@code null} when nothing was compared
     */
    public record Judged(
            Map<String, Double> metrics,
            GateResult gate,
            List<HeldOutList> lists,
            ChoiceReport choice,
            @Nullable PastModel past) {
        /** Where nothing was compared. */
        public static Judged without(GateResult gate, ChoiceReport choice) {
            return new Judged(Map.of(), gate, List.of(), choice, null);
        }

        /** The same under another verdict. */
        public Judged under(GateResult other) {
            return new Judged(metrics, other, lists, choice, past);
        }

        /** The same without the model, which takes as much memory as the one that is fitted next. */
        public Judged withoutPast() {
            return new Judged(metrics, gate, lists, choice, null);
        }
    }

    /**
     * The model that serves.
     *
     * @param model {@code null} when its file can't be read
     * @param learnedUntil the newest interaction that it has learned; {@code null} when nobody knows
     * @param recipe its settings; {@code null} when nobody knows
     */
    public record Rival(
            @Nullable TrainedModel model,
            @Nullable Instant learnedUntil,
            @Nullable Recipe recipe) {
        /** Which mixes serve now; {@code null}: the usual ones, or nobody knows. */
        public @Nullable ChoiceReport choice() {
            return model == null ? null : model.choice();
        }

        boolean learnedElsewhere() {
            return model != null && model.learnedElsewhere();
        }
    }

    /** Judges the candidate alone: no model serves. */
    public Judged alone() {
        return judged(
                latest,
                usual,
                choosing(usual, null, new Span("evaluating", 0.05, 0.4)),
                GateResult.passed(Basis.FIRST, "No model serves: there is nothing to compare with."));
    }

    /**
     * Judges the candidate beside the model that serves.
     *
     * @param leastPeople fewest people to judge the serving file on what came after it
     */
    public Judged beside(Rival rival, int leastPeople, NonInferiority rule) {
        return unseen(rival, leastPeople)
                .map(unseen -> {
                    TrainedModel ofPast = choosing(unseen.moment(), rival.choice(), new Span("evaluating", 0.05, 0.35));
                    GateResult gate = compare(rule, Basis.UNSEEN, unseen.holdOut(), ofPast, unseen.serving());
                    return judged(unseen.holdOut(), unseen.moment(), ofPast, gate);
                })
                .orElseGet(() -> bySettings(rival, leastPeople, rule));
    }

    private record Unseen(HoldOut holdOut, long moment, TrainedModel serving) {}

    /** What came after everything that the serving model has learned from, when enough people did something then. */
    private Optional<Unseen> unseen(Rival rival, int leastPeople) {
        Instant learnedUntil = rival.learnedUntil();
        TrainedModel model = rival.model();
        if (learnedUntil == null || model == null) {
            return Optional.empty();
        }
        long moment = Math.max(usual, learnedUntil.toEpochMilli() + 1);
        HoldOut holdOut = moment == usual ? latest : new HoldOut(set, moment);
        return holdOut.size() >= Math.max(1, leastPeople)
                ? Optional.of(new Unseen(holdOut, moment, model))
                : Optional.empty();
    }

    private Judged bySettings(Rival rival, int leastPeople, NonInferiority rule) {
        TrainedModel ofPast = choosing(usual, rival.choice(), new Span("evaluating", 0.05, 0.35));
        Recipe other = rival.recipe();
        if (rival.learnedElsewhere()) {
            return judged(
                    latest,
                    usual,
                    ofPast,
                    new GateResult(
                            Verdict.UNDECIDED,
                            Basis.SAME_SETTINGS,
                            0,
                            null,
                            "The serving model has a network or factors of a joint training, which aren't trained here, and fewer than "
                                    + leastPeople
                                    + " people did something new since it learned: train outside again, or promote."));
        }
        if (other == null || other.equals(recipe) || latest.size() == 0) {
            return judged(
                    latest,
                    usual,
                    ofPast,
                    GateResult.passed(
                            Basis.SAME_SETTINGS,
                            "Fewer than " + leastPeople
                                    + " people did something new since the serving model learned, and "
                                    + "there are no other settings to compare: the checks of the data decide."));
        }
        ChoiceReport served = rival.choice();
        TrainedModel refit = fit(other, usual, new Span("fitting the serving settings", 0.4, 0.48))
                .with(ChoiceReport.kept(served, false, "As it serves."));
        return judged(latest, usual, ofPast, compare(rule, Basis.REFIT, latest, ofPast, refit));
    }

    private static GateResult compare(
            NonInferiority rule, Basis basis, HoldOut holdOut, TrainedModel candidate, TrainedModel serving) {
        return rule.judge(basis, HoldOut.metric(), holdOut.usualLists(candidate), holdOut.usualLists(serving));
    }

    private Judged judged(HoldOut holdOut, long moment, TrainedModel ofPast, GateResult gate) {
        Map<String, Double> metrics = holdOut.judge(ofPast, progress.stage("evaluating on the hold-out", 0.45, 0.5));
        ChoiceReport choice = Objects.requireNonNull(ofPast.choice(), "mixes are chosen before the gate");
        return new Judged(metrics, gate, holdOut.listsOf(ofPast), choice, new PastModel(ofPast, moment));
    }

    /** A model of the past with the mixes that did best on what came after it. */
    private TrainedModel choosing(long until, @Nullable ChoiceReport present, Span span) {
        TrainedModel ofPast = fit(recipe, until, span);
        progress.stage("choosing mixes", span.to(), span.to());
        return ofPast.with(new ChooseMixes(set, until, HoldOut::choosesMixes).of(ofPast, present));
    }

    private TrainedModel fit(Recipe settings, long until, Span span) {
        return new Learning(settings).fit(set, until, new Name("", Instant.EPOCH), progress, span);
    }
}
