package dev.aisle.recommender.models.gate;

import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.ChooseMixes;
import dev.aisle.recommender.models.domain.HoldOut;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import java.util.Optional;

/** Judges a file that was trained outside beside the serving one, both as they are, on what neither has seen. Nothing is fitted. */
public final class JudgeUnseen {
    private final GateRule rule;

    /** A judge by this rule. */
    public JudgeUnseen(GateRule rule) {
        this.rule = rule;
    }

    /**
     * What is made of a file.
     *
     * @param choice of the mixes: the file's own, else by people who don't judge it
     * @param past the file's model, which has seen nothing of what it was judged by
     */
    public record Unseen(GateResult gate, ChoiceReport choice, PastModel past) {}

    /**
     * Judges it; empty when too few people did something new.
     *
     * @param moment from which on neither has seen anything, milliseconds since 1970
     */
    public Optional<Unseen> judge(TrainingSet set, long moment, TrainedModel candidate, TrainedModel serving) {
        HoldOut holdOut = new HoldOut(set, moment);
        if (holdOut.size() < Math.max(1, rule.people())) {
            return Optional.empty();
        }
        ChoiceReport own = candidate.choice();
        ChoiceReport choice =
                own == null ? new ChooseMixes(set, moment, HoldOut::choosesMixes).of(candidate, serving.choice()) : own;
        TrainedModel chosen = candidate.with(choice);
        GateResult gate = new NonInferiority(rule.margin())
                .judge(Basis.UNSEEN, HoldOut.metric(), holdOut.usualLists(chosen), holdOut.usualLists(serving));
        return Optional.of(new Unseen(gate, choice, new PastModel(chosen, moment)));
    }
}
