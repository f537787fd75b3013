package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.domain.Chart;
import dev.aisle.profile.analysis.domain.trend.AnomalyChart;
import dev.aisle.profile.analysis.domain.trend.AnomalyChart.Unusual;
import dev.aisle.profile.analysis.domain.trend.ForecastChart;
import dev.aisle.profile.analysis.domain.trend.TrendChart;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion.Use;
import dev.aisle.profile.analysis.edge.AskForPage.Standing;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of series by category: their trend, what comes next, and what was unusual. */
@Path("/console/people")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class TrendsConsole {
    private static final String[] FIELDS = {"from", "to", "granularity", "measure", "categories", "horizon"};
    private static final List<String> MEASURES = List.of("people", "views", "purchases", "units", "revenue");
    private static final String WHOLE_SHOP = "(all)";

    private final Console console;
    private final AskForPage ask;

    TrendsConsole(Console console, AskForPage ask) {
        this.console = console;
        this.ask = ask;
    }

    /** What all three pages show. */
    record Page(
            Form form,
            List<Choice> granularities,
            List<Choice> measures,
            AskedPage asked,
            List<TrendPicture> pictures) {}

    /** What was unusual, in words. */
    record UnusualRow(
            String span, String category, String measure, double value, double expected, boolean more, String reason) {}

    /** The page of what was unusual. */
    record UnusualPage(Page page, List<UnusualRow> rows, int looked, int left) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance series(Page page);

        static native TemplateInstance unusual(UnusualPage page);
    }

    @GET
    @Path("/trends")
    public Response trends(@Context UriInfo uri) {
        Standing<TrendChart> standing = standing(uri, Use.TRENDS, TrendChart.class);
        TrendChart chart = standing.chart();
        return console.page(
                "people_trends",
                Templates.series(page(
                        standing, uri, "trends", chart == null ? List.of() : TrendPicture.of(chart, console.words()))));
    }

    @GET
    @Path("/trends/data.csv")
    public Response trendsCsv(@Context UriInfo uri) {
        Standing<TrendChart> standing = standing(uri, Use.TRENDS, TrendChart.class);
        TrendChart chart = standing.chart();
        if (chart == null) {
            return AskedPage.notYet(standing);
        }
        Csv csv = Csv.of("span", "category", "measure", "value");
        chart.series().forEach(line -> {
            for (int i = 0; i < chart.spans().size(); i++) {
                csv.row(
                        chart.spans().get(i),
                        line.category(),
                        line.measure().label(),
                        line.figures().get(i).value());
            }
        });
        return csv.download("trends");
    }

    @GET
    @Path("/forecasts")
    public Response forecasts(@Context UriInfo uri) {
        Standing<ForecastChart> standing = standing(uri, Use.FORECASTS, ForecastChart.class);
        ForecastChart chart = standing.chart();
        return console.page(
                "people_forecasts",
                Templates.series(page(
                        standing,
                        uri,
                        "forecasts",
                        chart == null ? List.of() : TrendPicture.of(chart, console.words()))));
    }

    @GET
    @Path("/forecasts/data.csv")
    public Response forecastsCsv(@Context UriInfo uri) {
        Standing<ForecastChart> standing = standing(uri, Use.FORECASTS, ForecastChart.class);
        ForecastChart chart = standing.chart();
        if (chart == null) {
            return AskedPage.notYet(standing);
        }
        Csv csv = Csv.of("span", "category", "measure", "value", "expected", "percent", "lower", "upper");
        chart.series().forEach(line -> {
            for (int i = 0; i < chart.spans().size(); i++) {
                csv.row(
                        chart.spans().get(i),
                        line.category(),
                        line.measure().label(),
                        line.past().get(i).value(),
                        null,
                        null,
                        null,
                        null);
            }
            line.ahead().forEach(step -> {
                ForecastChart.Interval widest = TrendPicture.widest(step);
                csv.row(
                        step.start(),
                        line.category(),
                        line.measure().label(),
                        null,
                        step.expected(),
                        widest == null ? null : widest.percent(),
                        widest == null ? null : widest.lower(),
                        widest == null ? null : widest.upper());
            });
        });
        return csv.download("forecasts");
    }

    @GET
    @Path("/unusual")
    public Response unusual(@Context UriInfo uri) {
        Standing<AnomalyChart> standing = standing(uri, Use.ANOMALIES, AnomalyChart.class);
        AnomalyChart chart = standing.chart();
        Words words = console.words();
        List<UnusualRow> rows = chart == null
                ? List.of()
                : chart.unusual().stream().map(one -> row(one, words)).toList();
        int looked = chart == null
                ? 0
                : (int) chart.looked().stream()
                        .filter(one -> one.not().isEmpty())
                        .count();
        return console.page(
                "people_unusual",
                Templates.unusual(new UnusualPage(
                        page(standing, uri, "unusual", List.of()),
                        rows,
                        looked,
                        chart == null ? 0 : chart.looked().size() - looked)));
    }

    @GET
    @Path("/unusual/data.csv")
    public Response unusualCsv(@Context UriInfo uri) {
        Standing<AnomalyChart> standing = standing(uri, Use.ANOMALIES, AnomalyChart.class);
        AnomalyChart chart = standing.chart();
        if (chart == null) {
            return AskedPage.notYet(standing);
        }
        Csv csv = Csv.of("span", "category", "measure", "value", "expected", "score", "reason");
        chart.unusual()
                .forEach(one -> csv.row(
                        one.span(),
                        one.category(),
                        one.measure().label(),
                        one.value(),
                        one.expected(),
                        one.score(),
                        one.reason().text()));
        return csv.download("unusual");
    }

    private static UnusualRow row(Unusual one, Words words) {
        String driver = one.reason().driver();
        Double times = one.reason().times();
        String reason = driver == null || times == null
                ? words.say("people_reason_none")
                : words.say(
                        "people_reason",
                        Math.round(times * 100) / 100.0,
                        words.say("people_driver_" + driver.replace(' ', '_')));
        return new UnusualRow(
                one.span().toString(),
                EventChoices.label(words, one.category()),
                words.say("people_measure_" + one.measure().label()),
                one.value(),
                Math.round(one.expected() * 10) / 10.0,
                one.score() > 0,
                one.reason().wholeShop() ? reason + " " + words.say("people_reason_shop") : reason);
    }

    private Page page(Standing<?> standing, UriInfo uri, String here, List<TrendPicture> pictures) {
        Form form = standing.form();
        Words words = console.words();
        return new Page(
                form,
                Choice.said(words, "people_span_", List.of("day", "week", "month"), form.value("granularity")),
                Choice.said(words, "people_measure_", MEASURES, form.value("measure")),
                AskedPage.of(standing, uri, here, FIELDS),
                pictures);
    }

    private <C extends Chart> Standing<C> standing(UriInfo uri, Use use, Class<C> type) {
        Form form = ask.form(
                uri.getQueryParameters(),
                Map.of(
                        "granularity",
                        "day",
                        "measure",
                        use == Use.FORECASTS ? "units" : "purchases",
                        "categories",
                        use == Use.ANOMALIES ? "" : WHOLE_SHOP,
                        "horizon",
                        "14"));
        return ask.ask(
                form,
                type,
                questions -> TrendQuestions.read(
                        questions,
                        new TrendRequest(
                                form.value("from"),
                                AskForPage.until(form),
                                null,
                                AskForPage.said(form, "granularity"),
                                categories(form),
                                use == Use.ANOMALIES ? null : List.of(form.value("measure")),
                                use == Use.FORECASTS ? AskForPage.number(form, "horizon") : null),
                        use));
    }

    /** Those named, between commas; null for all. */
    private static @Nullable List<@Nullable String> categories(Form form) {
        List<@Nullable String> named =
                Arrays.asList(Stream.of(form.value("categories").split(",", -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toArray(String[]::new));
        return named.isEmpty() ? null : named;
    }
}
