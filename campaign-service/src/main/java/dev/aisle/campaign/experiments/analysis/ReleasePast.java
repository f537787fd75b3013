package dev.aisle.campaign.experiments.analysis;

import dev.aisle.algorithms.experiment.ArmSums;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.experiments.judging.CountedMetric;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Lets the guard release what the shop's people came to in the past, which plans are made by. */
@Singleton
class ReleasePast {
    private final GuardedFigures guarded;

    ReleasePast(GuardedFigures guarded) {
        this.guarded = guarded;
    }

    /**
     * The past as it is shown.
     *
     * @param why it isn't; empty where it is
     */
    record Past(ArmSums sums, String why) {}

    Past of(CountedMetric past) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.people(
                past.rows().stream().mapToLong(CountedMetric.Row::people).sum()));
        figures.addAll(past.figures(List.of(ValueRepository.PAST)));
        // Somebody is in the people, and has the metric.
        Question question = new Question(
                "past of " + past.metric().id() + " " + past.metric().until(), figures, 1 + past.touched());
        return switch (guarded.ask(question)) {
            case Answer.NoneLeft _ ->
                new Past(ArmSums.zeros(0), "you have had today's new numbers; ask again tomorrow (UTC)");
            case Answer.TooFew _ ->
                new Past(ArmSums.zeros(0), "too few people did anything in the four weeks before the metric's window");
            case Answer.Shown shown -> shown(past, shown.figures().iterator());
        };
    }

    private static Past shown(CountedMetric past, Iterator<NoisedFigure> figures) {
        NoisedFigure people = figures.next();
        CountedMetric.Shown shown = past.shown(people, people.deviation(), figures);
        return new Past(shown.standsOut() ? shown.plain() : ArmSums.zeros(people.whole()), "");
    }
}
