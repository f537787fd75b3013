package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.Days;
import dev.aisle.profile.analysis.domain.Granularity;
import dev.aisle.profile.analysis.domain.Question;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What happens with each category from span to span. The days are widened to whole spans.
 *
 * @param categories which ones; empty for all
 * @param measures at least one
 * @param use what is to be said of the series
 * @param horizon how many spans are forecast; 0 unless a forecast is asked for
 */
public record TrendQuestion(
        Days days, Granularity granularity, List<String> categories, List<Measure> measures, Use use, int horizon)
        implements Question<TrendTally> {
    public static final int MOST_SPANS = 800;
    public static final int MOST_CATEGORIES = 50;
    public static final int LONGEST_HORIZON = 120;

    /** What is said of the series. */
    public enum Use {
        /** Their trend and seasons. */
        TRENDS,
        /** What is to be expected next. */
        FORECASTS,
        /** What was unusual. */
        ANOMALIES
    }

    public TrendQuestion {
        LocalDate last = granularity.startOf(days.until().minusDays(1));
        days = new Days(granularity.startOf(days.from()), granularity.plus(last, 1), days.zone());
        categories = List.copyOf(categories);
        measures = List.copyOf(measures);
    }

    @Override
    public String kind() {
        return use.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Instant readFrom(Instant oldestKept) {
        return days.start();
    }

    @Override
    public Instant readUntil() {
        return days.end();
    }

    @Override
    public TrendTally begin() {
        return new TrendTally(this);
    }

    /** The people, and in each span that counts of somebody each measure of the shop and of some categories. */
    @Override
    public int touched() {
        boolean shop = categories.isEmpty() || categories.contains(TrendDisclosure.ALL);
        long named = categories.stream()
                .filter(category -> !category.equals(TrendDisclosure.ALL))
                .count();
        long inSpan = (shop ? 1 : 0)
                + (categories.isEmpty() ? OfPerson.MOST_CATEGORIES : Math.min(OfPerson.MOST_CATEGORIES, named));
        int spans = Math.min(OfPerson.MOST_SPANS, days.spans(granularity).size());
        return (int) (1 + spans * inSpan * measures.size());
    }

    @Override
    public Chart answer(TrendTally tally, GuardedNumbers numbers, Instant asOf) {
        ToldSeries told = new TrendDisclosure(this, numbers, tally).told(asOf);
        return switch (use) {
            case TRENDS -> TrendChart.of(told);
            case FORECASTS -> ForecastChart.of(told, horizon);
            case ANOMALIES -> AnomalyChart.of(told);
        };
    }
}
