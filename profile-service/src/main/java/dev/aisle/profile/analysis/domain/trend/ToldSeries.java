package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.profile.analysis.domain.Basis;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import java.time.LocalDate;
import java.util.List;

/**
 * What is told of the counts. Everything further (trend, season, forecast, anomaly) is reckoned from these numbers alone and so says no
 * more than they do.
 *
 * @param spans first days
 * @param series each with a figure a span
 */
record ToldSeries(Basis basis, Granularity granularity, List<LocalDate> spans, List<OfCategory> series) {
    ToldSeries {
        spans = List.copyOf(spans);
        series = List.copyOf(series);
    }

    /**
     * One.
     *
     * @param category {@code (all)} for the shop
     */
    record OfCategory(String category, Measure measure, List<Figure> figures) {
        OfCategory {
            figures = List.copyOf(figures);
        }
    }
}
