package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.console.ChartData;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.retention.RetentionChart;
import dev.aisle.profile.analysis.domain.retention.RetentionChart.Cohort;
import dev.aisle.profile.analysis.edge.AskForPage.Standing;
import dev.aisle.profile.analysis.edge.Told.Cell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The page of cohorts: how many of those who began together come back. */
@Path("/console/people/retention")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class RetentionConsole {
    private static final String KIND = "retention";
    private static final String[] FIELDS = {"from", "to", "begin", "comeBack", "granularity", "periods", "rolling"};
    private static final Map<String, String> USUAL =
            Map.of("begin", "visit", "comeBack", "visit", "granularity", "week", "periods", "8");
    private static final List<String> MARKS = List.of("visit", "purchase");

    private final Console console;
    private final AskForPage ask;

    RetentionConsole(Console console, AskForPage ask) {
        this.console = console;
        this.ask = ask;
    }

    /** Those who began in one span; a cell for each period after it. */
    record CohortRow(LocalDate start, String size, List<Cell> cells) {}

    /** What the page shows; without an answer the chart is empty. */
    record Page(
            Form form,
            List<Choice> begins,
            List<Choice> comeBacks,
            List<Choice> granularities,
            AskedPage asked,
            List<Integer> periods,
            List<CohortRow> cohorts,
            List<Cell> overall,
            String chart) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance retention(Page page);
    }

    @GET
    public Response retention(@Context UriInfo uri) {
        Standing<RetentionChart> standing = standing(uri);
        Form form = standing.form();
        Words words = console.words();
        Told told = new Told(words);
        RetentionChart chart = standing.chart();
        List<Integer> periods = chart == null
                ? List.of()
                : IntStream.rangeClosed(1, chart.overall().size()).boxed().toList();
        return console.page(
                "people_retention",
                Templates.retention(new Page(
                        form,
                        Choice.said(words, "people_mark_", MARKS, form.value("begin")),
                        Choice.said(words, "people_mark_", MARKS, form.value("comeBack")),
                        Choice.said(words, "people_span_", List.of("day", "week", "month"), form.value("granularity")),
                        AskedPage.of(standing, uri, KIND, FIELDS),
                        periods,
                        rows(chart, told),
                        chart == null
                                ? List.of()
                                : chart.overall().stream().map(told::share).toList(),
                        drawn(chart, periods, words))));
    }

    @GET
    @Path("/data.csv")
    public Response csv(@Context UriInfo uri) {
        Standing<RetentionChart> standing = standing(uri);
        RetentionChart chart = standing.chart();
        if (chart == null) {
            return AskedPage.notYet(standing);
        }
        Csv csv = Csv.of("cohort", "size", "period", "back", "share");
        for (Cohort cohort : chart.cohorts()) {
            for (int i = 0; i < cohort.back().size(); i++) {
                csv.row(
                        cohort.start(),
                        cohort.size().value(),
                        i + 1,
                        cohort.back().get(i).value(),
                        cohort.share().get(i).value());
            }
        }
        return csv.download("retention");
    }

    private Standing<RetentionChart> standing(UriInfo uri) {
        Form form = ask.form(uri.getQueryParameters(), USUAL);
        return ask.ask(
                form,
                RetentionChart.class,
                questions -> questions.retention(new RetentionRequest(
                        form.value("from"),
                        AskForPage.until(form),
                        null,
                        AskForPage.said(form, "begin"),
                        AskForPage.said(form, "comeBack"),
                        AskForPage.said(form, "granularity"),
                        form.value("rolling").equals("true"),
                        AskForPage.number(form, "periods"))));
    }

    private static List<CohortRow> rows(@Nullable RetentionChart chart, Told told) {
        return chart == null
                ? List.of()
                : chart.cohorts().stream()
                        .map(cohort -> new CohortRow(
                                cohort.start(),
                                told.number(cohort.size()).text(),
                                cohort.share().stream().map(told::share).toList()))
                        .toList();
    }

    private static String drawn(@Nullable RetentionChart chart, List<Integer> periods, Words words) {
        return chart == null
                ? ""
                : ChartData.byNumber(periods)
                        .unit("%")
                        .line(
                                words.say("people_come_back"),
                                chart.overall().stream()
                                        .map(RetentionConsole::percent)
                                        .toList())
                        .json();
    }

    private static @Nullable Double percent(Figure share) {
        Double value = share.value();
        return value == null ? null : Math.round(value * 1_000) / 10.0;
    }
}
