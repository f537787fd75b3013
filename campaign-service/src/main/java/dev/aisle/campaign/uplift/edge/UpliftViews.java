package dev.aisle.campaign.uplift.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.uplift.domain.Drift;
import dev.aisle.campaign.uplift.domain.MeasuredUplift;
import dev.aisle.campaign.uplift.domain.UpliftModel;
import dev.aisle.campaign.uplift.domain.UpliftModel.Point;
import dev.aisle.campaign.uplift.usecase.ReadUplift.Learned;
import dev.aisle.campaign.uplift.usecase.ReadUplift.Model;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models as JSON. Effects are of one person: probabilities of an order, or minor units of revenue. */
final class UpliftViews {
    private UpliftViews() {}

    /** Why nothing can be learned yet. */
    static String tooFew(int least) {
        return "Learning takes " + least
                + " people with a variation and as many in the comparison group, assigned by chance and with their time for an order over; let a version with a holdout run on.";
    }

    /** A figure with its 95 % interval. */
    record EstimateView(double value, double low, double high) {
        static EstimateView of(Estimate one) {
            return new EstimateView(one.value(), one.low(), one.high());
        }
    }

    /** What was measured of the version that runs; {@code competing} is what it competes with, missing while the prior stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeasuredView(
            int version,
            long treated,
            long heldOut,
            double effect,
            double error,
            @Nullable Double competing) {
        static MeasuredView of(MeasuredUplift one, @Nullable Double competing) {
            return new MeasuredView(one.version(), one.treated(), one.heldOut(), one.effect(), one.error(), competing);
        }
    }

    /** A variation's model. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelView(
            String variation,
            int number,
            int version,
            Instant trainedAt,
            Instant upTo,
            String outcome,
            String learner,
            long treated,
            long heldOut,
            EstimateView average,
            EstimateView gainOverChance,
            boolean ranks,
            @Nullable Double qiniAuc,
            List<Point> qini,
            List<String> features,
            Map<String, String> leftOut,
            List<String> auditedBy,
            @Nullable Drift drift,
            boolean retrainDue,
            List<String> words) {
        static ModelView of(Model one) {
            UpliftModel model = one.model();
            UpliftModel.Quality quality = model.quality();
            return new ModelView(
                    model.variation(),
                    one.number(),
                    model.version(),
                    model.trainedAt(),
                    model.upTo(),
                    model.money() ? "revenue" : "conversion",
                    model.learner(),
                    quality.treated(),
                    quality.heldOut(),
                    EstimateView.of(quality.average()),
                    EstimateView.of(quality.gain()),
                    quality.ranks(),
                    quality.qiniAuc(),
                    quality.curve(),
                    model.features().names(),
                    model.leftOut(),
                    model.audited(),
                    one.drift(),
                    !one.due().isEmpty(),
                    one.words());
        }
    }

    /** The whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UpliftView(String campaign, @Nullable MeasuredView measured, List<ModelView> models, List<String> words) {
        static UpliftView of(Learned one) {
            MeasuredUplift measured = one.measured();
            Double competing = one.competing().isPresent() ? one.competing().getAsDouble() : null;
            return new UpliftView(
                    one.campaign(),
                    measured == null ? null : MeasuredView.of(measured, competing),
                    one.models().stream().map(ModelView::of).toList(),
                    one.models().isEmpty()
                            ? List.of(
                                    "Nothing was learned yet: that takes " + one.least()
                                            + " people with a variation and as many in the comparison group, whom chance assigned and whose time for an order is over.")
                            : List.of());
        }
    }
}
