package dev.aisle.profile.analysis.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.aisle.profile.analysis.domain.AnalysisRun;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as its reader sees it.
 *
 * @param kind {@code funnels}, {@code retention}, {@code paths}, {@code trends}, {@code forecasts}, {@code anomalies}
 * @param state {@code running}, {@code done}, {@code failed}, {@code cancelled}
 * @param progress about which share of the people are counted, 0..1
 * @param failure why it failed
 * @param result the chart, when it is done: FunnelChart, RetentionChart, PathChart, TrendChart, ForecastChart or AnomalyChart
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnalysisView(
        UUID id,
        String kind,
        String state,
        double progress,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        @JsonRawValue @Schema(implementation = Object.class) @Nullable String result) {
    static AnalysisView of(AnalysisRun run) {
        return new AnalysisView(
                run.id(),
                run.kind(),
                run.state().label(),
                run.progress(),
                run.askedAt(),
                run.finishedAt(),
                run.failure(),
                run.result());
    }
}
