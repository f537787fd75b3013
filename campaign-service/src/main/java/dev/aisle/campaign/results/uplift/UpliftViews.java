package dev.aisle.campaign.results.uplift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.campaign.results.uplift.ReadUplift.Learned;
import dev.aisle.campaign.results.uplift.ReadUplift.Model;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.results.uplift.model.UpliftModel.Point;
import dev.aisle.campaign.results.uplift.model.UpliftRelease;
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

    /** A variation's model; {@code treated}, {@code heldOut}, {@code average} and {@code qini} are one release of the guard. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModelView(
            String variation,
            int number,
            int version,
            Instant trainedAt,
            Instant upTo,
            String outcome,
            String learner,
            @Nullable Long treated,
            @Nullable Long heldOut,
            @Nullable EstimateView average,
            boolean ranks,
            List<Point> qini,
            List<String> features,
            Map<String, String> leftOut,
            List<String> auditedBy,
            boolean retrainDue,
            List<String> words) {
        static ModelView of(Model one) {
            UpliftModel model = one.model();
            UpliftRelease released = model.released();
            return new ModelView(
                    model.variation(),
                    one.number(),
                    model.version(),
                    model.trainedAt(),
                    model.upTo(),
                    model.money() ? "revenue" : "conversion",
                    model.learner(),
                    released == null ? null : released.treated(),
                    released == null ? null : released.heldOut(),
                    released == null ? null : EstimateView.of(released.average()),
                    model.quality().ranks(),
                    released == null ? List.of() : released.curve(),
                    model.features().names(),
                    model.leftOut(),
                    model.audited(),
                    !one.due().isEmpty(),
                    one.words());
        }
    }

    /** The whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UpliftView(String campaign, List<ModelView> models, List<String> words) {
        static UpliftView of(Learned one) {
            return new UpliftView(
                    one.campaign(),
                    one.models().stream().map(ModelView::of).toList(),
                    one.models().isEmpty()
                            ? List.of(
                                    "Nothing was learned yet: that takes " + one.least()
                                            + " people with a variation and as many in the comparison group, whom chance assigned and whose time for an order is over.")
                            : List.of());
        }
    }
}
