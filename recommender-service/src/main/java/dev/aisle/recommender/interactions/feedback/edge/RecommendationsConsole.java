package dev.aisle.recommender.interactions.feedback.edge;

import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.placements.Placements;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.interactions.feedback.domain.Breakdown;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery;
import dev.aisle.recommender.interactions.feedback.domain.FeedbackQuery.Bucket;
import dev.aisle.recommender.interactions.feedback.domain.Spread;
import dev.aisle.recommender.interactions.feedback.domain.Spreads;
import dev.aisle.recommender.interactions.feedback.usecase.ReportFeedback;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How good the lists are and how fairly they show the shop's products, over time. */
@Path("/console/recommendations")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST, Role.OPERATOR})
public class RecommendationsConsole {
    private static final String TITLE = "recommendations_title";
    private static final String USUAL = "weeks4";
    private static final List<String> SPAN_NAMES = List.of(USUAL, "weeks12", "year");
    private static final Map<String, Duration> SPANS =
            Map.of(USUAL, Duration.ofDays(28), "weeks12", Duration.ofDays(84), "year", Duration.ofDays(364));
    private static final int PERIODS = 4;
    private static final double HUNDRED = 100;
    private static final int LONGEST_PLACEMENT = 200;

    private final Console console;
    private final ReportFeedback reportFeedback;
    private final Placements placements;

    RecommendationsConsole(Console console, ReportFeedback reportFeedback, Placements placements) {
        this.console = console;
        this.reportFeedback = reportFeedback;
        this.placements = placements;
    }

    /** What a page is asked for. */
    private record Asked(String span, String placement, Breakdown by, FeedbackQuery query) {
        String address() {
            return "?span=" + span + "&placement=" + RecommendationWords.inAddress(placement) + "&by=" + by.label();
        }
    }

    /**
     * The page of quality.
     *
     * @param wrong what is wrong with the name of the placement; null when it is right
     * @param total of the whole span; null where too few people were shown anything
     * @param rows by what was chosen, over the whole span
     * @param chart null where there is nothing to draw
     * @param k of fewer people nothing is shown
     * @param left how many new rows the reader can still have today
     */
    record Quality(
            Tabs tabs,
            List<Choice> spans,
            List<Choice> splits,
            String placement,
            @Nullable String wrong,
            String address,
            dev.aisle.recommender.interactions.feedback.domain.@Nullable Response total,
            List<dev.aisle.recommender.interactions.feedback.domain.Response> rows,
            List<dev.aisle.recommender.interactions.feedback.domain.Response> days,
            @Nullable String chart,
            int k,
            int left) {
        public boolean split() {
            return splits.stream()
                    .anyMatch(choice -> choice.chosen() && !choice.value().equals("none"));
        }
    }

    /** A stretch of time and how exposures spread in it; null where too few people were shown anything. */
    record Period(Instant from, @Nullable Spread spread) {}

    /**
     * How exposures spread.
     *
     * @param latest of the whole span; null where too few people were shown anything
     */
    record Fairness(
            @Nullable Spread latest,
            List<Period> periods,
            @Nullable String chart,
            String csv,
            int k) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance quality(Quality quality);

        static native TemplateInstance fairness(Fairness fairness);
    }

    @GET
    public Response quality(
            @RestQuery @Nullable String span, @RestQuery @Nullable String placement, @RestQuery @Nullable String by) {
        Asked asked = asked(span, placement, by);
        FeedbackQuery whole =
                new FeedbackQuery(asked.query().from(), asked.query().to(), asked.placement(), Bucket.ALL);
        List<dev.aisle.recommender.interactions.feedback.domain.Response> total =
                reportFeedback.responses(whole, Breakdown.NONE);
        List<dev.aisle.recommender.interactions.feedback.domain.Response> split =
                asked.by() == Breakdown.NONE ? List.of() : reportFeedback.responses(whole, asked.by());
        List<dev.aisle.recommender.interactions.feedback.domain.Response> days =
                reportFeedback.responses(asked.query(), Breakdown.NONE);
        return console.page(
                TITLE,
                Templates.quality(new Quality(
                        Tabs.at("quality", console),
                        Choice.said(console.words(), "recommendations_span_", SPAN_NAMES, asked.span()),
                        Choice.said(
                                console.words(),
                                "recommendations_by_",
                                Arrays.stream(Breakdown.values())
                                        .map(Breakdown::label)
                                        .toList(),
                                asked.by().label()),
                        asked.placement(),
                        wrong(asked.placement()),
                        asked.address(),
                        total.stream().findFirst().orElse(null),
                        split,
                        days,
                        days.size() < 2 ? null : chart(days),
                        reportFeedback.k(),
                        reportFeedback.left())));
    }

    private @Nullable String wrong(String placement) {
        return placement.isEmpty() || placements.declares(placement)
                ? null
                : console.words().say("recommendations_placement_wrong");
    }

    private String chart(List<dev.aisle.recommender.interactions.feedback.domain.Response> days) {
        return ChartData.byDay(days.stream().map(one -> day(one.start())).toList())
                .unit("%")
                .line(
                        console.words().say("recommendations_ctr"),
                        days.stream()
                                .map(one -> percent(one.clickThroughRate()))
                                .toList())
                .line(
                        console.words().say("recommendations_conversion"),
                        days.stream().map(one -> percent(one.conversionRate())).toList())
                .json();
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : HUNDRED * share;
    }

    /** What the page shows as a file. */
    @GET
    @Path("/quality")
    public Response csv(
            @RestQuery @Nullable String span, @RestQuery @Nullable String placement, @RestQuery @Nullable String by) {
        Asked asked = asked(span, placement, by);
        Csv csv = Csv.of(
                "start",
                "value",
                "people",
                "lists",
                "items",
                "clicks",
                "orders",
                "click_through_rate",
                "conversion_rate");
        reportFeedback
                .responses(asked.query(), asked.by())
                .forEach(one -> csv.row(
                        one.start(),
                        one.value(),
                        one.people(),
                        one.lists(),
                        one.items(),
                        one.clicks(),
                        one.orders(),
                        one.clickThroughRate(),
                        one.conversionRate()));
        return csv.download("recommendations");
    }

    /** Fetched by the page after it is there, since it looks at every exposure of the span. The whole fragment is one answer. */
    @GET
    @Path("/fairness")
    public Response fairness(@RestQuery @Nullable String span, @RestQuery @Nullable String placement) {
        Asked asked = asked(span, placement, null);
        Spreads spreads = reportFeedback.spreads(asked.query(), PERIODS);
        List<Period> periods = periods(asked, spreads);
        List<Period> told =
                periods.stream().filter(period -> period.spread() != null).toList();
        return console.fragment(Templates.fairness(new Fairness(
                spreads.whole().orElse(null),
                periods,
                told.size() < 2 ? null : spreadChart(told),
                "/console/recommendations/fairness/file" + asked.address(),
                reportFeedback.k())));
    }

    @GET
    @Path("/fairness/file")
    public Response fairnessFile(@RestQuery @Nullable String span, @RestQuery @Nullable String placement) {
        Csv csv = Csv.of("from", "people", "plus_minus", "coverage", "gini", "diversity", "tail_share");
        Asked asked = asked(span, placement, null);
        periods(asked, reportFeedback.spreads(asked.query(), PERIODS)).forEach(period -> {
            Spread spread = period.spread();
            if (spread != null) {
                csv.row(
                        period.from(),
                        spread.people(),
                        spread.plusMinus(),
                        spread.coverage(),
                        spread.gini(),
                        spread.diversity(),
                        spread.tailShare());
            }
        });
        return csv.download("fairness");
    }

    private static List<Period> periods(Asked asked, Spreads spreads) {
        Duration length =
                Duration.between(asked.query().from(), asked.query().to()).dividedBy(PERIODS);
        List<Period> periods = new ArrayList<>();
        for (int n = 0; n < PERIODS; n++) {
            periods.add(new Period(
                    asked.query().from().plus(length.multipliedBy(n)),
                    n < spreads.parts().size() ? spreads.parts().get(n).orElse(null) : null));
        }
        return periods;
    }

    private String spreadChart(List<Period> told) {
        List<Double> coverage = new ArrayList<>();
        List<Double> tail = new ArrayList<>();
        List<@Nullable Double> diversity = new ArrayList<>();
        for (Period period : told) {
            Spread spread = period.spread();
            if (spread != null) {
                coverage.add(HUNDRED * spread.coverage());
                tail.add(HUNDRED * spread.tailShare());
                diversity.add(percent(spread.diversity()));
            }
        }
        return ChartData.byDay(told.stream().map(period -> day(period.from())).toList())
                .unit("%")
                .line(console.words().say("recommendations_coverage"), coverage)
                .line(console.words().say("recommendations_tail"), tail)
                .line(console.words().say("recommendations_diversity"), diversity)
                .json();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private Asked asked(@Nullable String span, @Nullable String placement, @Nullable String by) {
        String wanted = span != null && SPANS.containsKey(span) ? span : USUAL;
        String plain = placement == null ? "" : placement.strip().replace("\0", "");
        String at = plain.length() > LONGEST_PLACEMENT ? plain.substring(0, LONGEST_PLACEMENT) : plain;
        // Whole weeks: within a week the page asks the same questions, and their answers stay.
        Instant to = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return new Asked(
                wanted,
                at,
                Breakdown.ofLabel(by == null ? "" : by).orElse(Breakdown.NONE),
                new FeedbackQuery(to.minus(SPANS.getOrDefault(wanted, Duration.ofDays(28))), to, at, Bucket.WEEK));
    }
}
