package dev.aisle.campaign.experiments.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.experiments.domain.Experiment;
import dev.aisle.campaign.experiments.judging.Analysis;
import dev.aisle.campaign.experiments.judging.ArmCount;
import dev.aisle.campaign.experiments.judging.Comparison;
import dev.aisle.campaign.experiments.judging.Decision;
import dev.aisle.campaign.experiments.judging.Health;
import dev.aisle.campaign.experiments.judging.Judged;
import dev.aisle.campaign.experiments.judging.Look;
import dev.aisle.campaign.experiments.judging.SegmentEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports of experiments as JSON. What can't be said is missing, with a reason beside it. */
final class AnalysisViews {
    /** As far as no test has looked yet, there is no interval. */
    private static final double NO_LOOK = 100;

    private AnalysisViews() {}

    /** An effect with its interval, by the experiment's method. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EffectView(
            double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double p,
            @Nullable Double chanceToWin,
            @Nullable Double risk) {
        static @Nullable EffectView of(Optional<Judged> one) {
            return one.map(EffectView::of).orElse(null);
        }

        private static EffectView of(Judged one) {
            boolean looked = one.boundary() < NO_LOOK;
            return new EffectView(
                    one.value(),
                    looked ? one.low() : null,
                    looked ? one.high() : null,
                    one.p(),
                    one.chanceToWin(),
                    one.risk());
        }
    }

    /** A metric of a treatment beside the control's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComparisonView(
            String metric,
            String name,
            String role,
            String variation,
            double control,
            double treatment,
            @Nullable EffectView relative,
            @Nullable EffectView absolute,
            @Nullable Double adjustedP,
            double varianceKept,
            @Nullable Double margin,
            String standing,
            @Nullable String reason) {
        static ComparisonView of(Comparison one, double certainty) {
            return new ComparisonView(
                    one.metric().id(),
                    one.metric().name(),
                    one.use().role().code(),
                    one.variation(),
                    one.estimation().control(),
                    one.estimation().treated(),
                    EffectView.of(one.relative()),
                    EffectView.of(one.absolute()),
                    one.adjusted(),
                    one.estimation().varianceKept(),
                    one.use().margin() > 0 ? Double.valueOf(one.use().margin()) : null,
                    one.standing(certainty).name().toLowerCase(Locale.ROOT),
                    one.estimation().reason().isEmpty()
                            ? null
                            : one.estimation().reason());
        }
    }

    /** The decision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionView(
            String kind,
            @Nullable String variation,
            @Nullable LocalDate until,
            String because) {
        static DecisionView of(Decision one) {
            return new DecisionView(one.kind().code(), one.variation(), one.until(), one.because());
        }
    }

    /**
     * The whole.
     *
     * @param withheld why there are no figures: {@code too-few-people}, or {@code none-left} until tomorrow; missing where there are
     * @param countedAt when the figures were counted
     * @param left how many new numbers the reader can have today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AnalysisView(
            String experiment,
            String name,
            String hypothesis,
            int phase,
            Instant at,
            Instant startedAt,
            @Nullable Instant endedAt,
            String method,
            double alpha,
            double minimumEffect,
            int threshold,
            boolean told,
            @Nullable String withheld,
            @Nullable Instant countedAt,
            int left,
            @Nullable Long plannedUnits,
            DecisionView decision,
            List<String> words,
            List<ArmCount> arms,
            List<ComparisonView> metrics,
            List<SegmentEffect> segments,
            @Nullable Health health,
            List<Look> looks) {
        static AnalysisView of(Analysis one) {
            Experiment experiment = one.phase().experiment();
            double certainty = 1 - experiment.rule().alpha();
            return new AnalysisView(
                    experiment.id(),
                    experiment.name(),
                    experiment.hypothesis(),
                    one.phase().number(),
                    one.at(),
                    one.phase().startedAt(),
                    one.phase().endedAt(),
                    experiment.rule().method().code(),
                    experiment.rule().alpha(),
                    experiment.rule().minimumEffect(),
                    one.threshold(),
                    one.told(),
                    one.told() ? null : one.noneLeft() ? "none-left" : "too-few-people",
                    one.countedAt(),
                    one.left(),
                    one.planned() > 0 ? Long.valueOf(one.planned()) : null,
                    DecisionView.of(one.decision()),
                    one.words(),
                    one.arms(),
                    one.comparisons().stream()
                            .map(each -> ComparisonView.of(each, certainty))
                            .toList(),
                    one.segments(),
                    one.health().orElse(null),
                    one.looks());
        }
    }
}
