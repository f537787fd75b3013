package dev.aisle.campaign.experiments.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The metrics that experiments may name. */
@Path("/v1/metrics")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experiments")
class MetricResource {
    private final MetricDefinitions definitions;

    MetricResource(MetricDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The events that are summed, and by which value. */
    record MeasureView(String event, String value, List<Condition> filter) {
        static @Nullable MeasureView of(@Nullable Measure one) {
            return one == null ? null : new MeasureView(one.event(), one.value(), one.filter());
        }
    }

    /** A metric as the file says it; spans after and before the exposure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MetricView(
            String id,
            String name,
            String type,
            MeasureView measure,
            @Nullable MeasureView per,
            Duration from,
            Duration until,
            Duration before,
            @Nullable Cap cap,
            @Nullable Double quantile,
            @Nullable String currency,
            String better) {
        static MetricView of(Metric one) {
            return new MetricView(
                    one.id(),
                    one.name(),
                    one.type().code(),
                    new MeasureView(
                            one.measure().event(),
                            one.measure().value(),
                            one.measure().filter()),
                    MeasureView.of(one.per()),
                    one.from(),
                    one.until(),
                    one.before(),
                    one.cap(),
                    one.type() == MetricType.QUANTILE ? Double.valueOf(one.quantile()) : null,
                    one.currency().orElse(null),
                    one.moreIsBetter() ? "more" : "less");
        }
    }

    /** All. */
    record MetricsView(List<MetricView> metrics) {}

    @GET
    @RolesAllowed({Role.MARKETER, Role.ANALYST})
    @Operation(summary = "The metrics of the metrics file, by whose ids experiments name them")
    public MetricsView all() {
        return new MetricsView(definitions.all().stream().map(MetricView::of).toList());
    }
}
