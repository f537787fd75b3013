package dev.aisle.recommender.models.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.fairness.FairnessReport;
import dev.aisle.recommender.models.registry.DescribeModel.Description;
import dev.aisle.recommender.models.registry.Lineage;
import dev.aisle.recommender.models.registry.ModelChange;
import dev.aisle.recommender.models.registry.RegisteredModel;
import dev.aisle.recommender.models.registry.ReplicaRepository.Replica;
import dev.aisle.recommender.models.trials.Trial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is known of a model. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisteredModelView(
        String version,
        String state,
        @Nullable Integer percent,
        Instant changedAt,
        @Nullable Instant learnedFromErasedSince,
        Lineage lineage,
        @Nullable GateView gate,
        @Nullable FairnessReport fairness,
        @Nullable ChoiceReport choice,
        List<ReplicaView> replicas,
        List<TrialView> trials,
        List<ChangeView> history) {
    /** A model in an instance. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplicaView(
            String instance, boolean loaded, @Nullable String failure, Instant seenAt) {
        static ReplicaView of(Replica replica) {
            return new ReplicaView(replica.instance(), replica.failure() == null, replica.failure(), replica.seenAt());
        }
    }

    /** What it did on trial, in all instances. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrialView(
            String place,
            long answers,
            long failures,
            long dropped,
            @Nullable Double overlapAt10,
            @Nullable Double rankBiasedOverlap,
            double p50Millis,
            double p99Millis) {
        static TrialView of(Trial trial) {
            return new TrialView(
                    trial.place().label(),
                    trial.answers(),
                    trial.failures(),
                    trial.dropped(),
                    trial.overlapAt10(),
                    trial.rankBiasedOverlap(),
                    trial.p50Millis(),
                    trial.p99Millis());
        }
    }

    /** A line of its history. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Nullable String from,
            String to,
            @Nullable Integer percent,
            String cause,
            String by,
            String reason,
            Instant at) {
        static ChangeView of(ModelChange change) {
            return new ChangeView(
                    change.from() == null ? null : change.from().label(),
                    change.to().label(),
                    change.percent() == 0 ? null : change.percent(),
                    change.cause().label(),
                    change.by(),
                    change.reason(),
                    change.at());
        }
    }

    static RegisteredModelView of(Description description) {
        RegisteredModel model = description.model();
        return new RegisteredModelView(
                model.version(),
                model.state().label(),
                model.percent() == 0 ? null : model.percent(),
                model.changedAt(),
                model.erasedSince(),
                model.lineage(),
                GateView.of(model.gate()),
                description.fairness(),
                description.choice(),
                description.replicas().stream().map(ReplicaView::of).toList(),
                description.trials().stream().map(TrialView::of).toList(),
                description.history().stream().map(ChangeView::of).toList());
    }
}
