package dev.aisle.profile.analysis.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.aisle.profile.analysis.domain.AnalysisRun;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart;
import dev.aisle.profile.analysis.domain.path.PathChart;
import dev.aisle.profile.analysis.domain.retention.RetentionChart;
import dev.aisle.profile.analysis.domain.trend.AnomalyChart;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import dev.aisle.profile.analysis.domain.trend.TrendChart;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as its reader sees it.
 *
 * @param kind {@code funnels}, {@code retention}, {@code paths}, {@code trends}, {@code forecasts}, {@code anomalies}
 * @param state {@code running}, {@code done}, {@code failed}, {@code cancelled}
 * @param progress about which share of the people are counted, 0..1
 * @param failure why it failed
 * @param answersLeft how many new answers the caller can still have today (UTC)
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
        int answersLeft,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                oneOf = {
                    FunnelChart.class,
                    RetentionChart.class,
                    PathChart.class,
                    TrendChart.class,
                    ForecastChart.class,
                    AnomalyChart.class
                })
        @Nullable
        String result) {
    static AnalysisView of(AnalysisRun run, int answersLeft) {
        return new AnalysisView(
                run.id(),
                run.kind(),
                run.state().label(),
                run.progress(),
                run.askedAt(),
                run.finishedAt(),
                run.failure(),
                answersLeft,
                run.result());
    }
}
