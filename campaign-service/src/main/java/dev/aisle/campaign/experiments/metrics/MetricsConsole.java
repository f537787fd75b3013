package dev.aisle.campaign.experiments.metrics;

import dev.aisle.platform.console.Console;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Page of the metrics that experiments are judged by, as the metrics file defines them. */
@Path("/console/experiments/metrics")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class MetricsConsole {
    private static final double HUNDRED = 100;

    private final Console console;
    private final MetricDefinitions definitions;

    MetricsConsole(Console console, MetricDefinitions definitions) {
        this.console = console;
        this.definitions = definitions;
    }

    /**
     * A metric.
     *
     * @param typeKey of its kind in the words
     * @param what is summed
     * @param per what that is divided by, or follows on; empty for none
     * @param from days after the exposure from which it counts
     * @param until days after the exposure until which it counts
     * @param before days before it whose habits are taken out
     * @param cap empty for none
     */
    record Row(
            String id,
            String name,
            String typeKey,
            String what,
            String per,
            long from,
            long until,
            long before,
            String cap,
            String currency,
            boolean moreIsBetter) {
        static Row of(Metric one) {
            return new Row(
                    one.id(),
                    one.name(),
                    "experiments_type_" + one.type().code(),
                    measure(one.measure()),
                    one.per() == null ? "" : measure(one.per()),
                    one.from().toDays(),
                    one.until().toDays(),
                    one.before().toDays(),
                    cap(one.cap()),
                    one.currency().orElse(""),
                    one.moreIsBetter());
        }

        private static String measure(Measure one) {
            String where = one.filter().stream().map(Row::condition).collect(Collectors.joining(", "));
            return one.event() + " · " + one.value() + (where.isEmpty() ? "" : " (" + where + ")");
        }

        private static String condition(Condition one) {
            return one.field()
                    + (one.in().isEmpty() ? "" : " = " + String.join(" / ", one.in()))
                    + bound(" ≥ ", one.atLeast())
                    + bound(" ≤ ", one.atMost());
        }

        private static String bound(String sign, @Nullable BigDecimal value) {
            return value == null ? "" : sign + value.toPlainString();
        }

        private static String cap(@Nullable Cap cap) {
            return switch (cap) {
                case null -> "";
                case Cap.Absolute absolute -> "≤ " + absolute.value().toPlainString();
                case Cap.Percentile percentile ->
                    "≤ "
                            + BigDecimal.valueOf(HUNDRED * percentile.share())
                                    .stripTrailingZeros()
                                    .toPlainString() + " %";
            };
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<Row> rows);
    }

    @GET
    public Response list() {
        return console.page(
                "experiments_metrics",
                Templates.list(definitions.all().stream().map(Row::of).toList()));
    }
}
