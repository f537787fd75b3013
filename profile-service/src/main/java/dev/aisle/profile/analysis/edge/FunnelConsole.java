package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart;
import dev.aisle.profile.analysis.domain.funnel.FunnelQuestion;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The page of funnels: how many get from step to step, and how long it takes. */
@Path("/console/people/funnels")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class FunnelConsole {
    private static final String KIND = "funnels";
    private static final String[] FIELDS = {"from", "to", "window", "countBy", "breakdown"};
    private static final Map<String, String> USUAL = Map.of(
            "type0",
            "product_view",
            "type1",
            "cart_add",
            "type2",
            "purchase",
            "window",
            "P7D",
            "countBy",
            "person",
            "breakdown",
            "none");

    private final Console console;
    private final AskForPage ask;

    FunnelConsole(Console console, AskForPage ask) {
        this.console = console;
        this.ask = ask;
    }

    /** A step in the form; one more than there are stands empty. */
    record StepFields(int number, List<Choice> types, String category) {}

    /**
     * A step in the answer.
     *
     * @param share of those who began, 0..1
     */
    record StepRow(
            String label, String count, double share, String ofFirst, String ofBefore, String median, String p90) {}

    /** A group; of all people it has no name. */
    record GroupRow(String label, List<StepRow> steps) {}

    /** What the page shows. */
    record Page(
            Form form,
            List<StepFields> steps,
            List<Choice> windows,
            List<Choice> countBys,
            List<Choice> breakdowns,
            AskedPage asked,
            List<GroupRow> groups) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance funnel(Page page);
    }

    @GET
    public Response funnel(@Context UriInfo uri) {
        Form form = form(uri);
        Standing<FunnelChart> standing = standing(form);
        Words words = console.words();
        return console.page(
                "people_funnels",
                Templates.funnel(new Page(
                        standing.form(),
                        fields(form, words),
                        Choice.said(
                                words, "people_window_", List.of("PT1H", "P1D", "P7D", "P30D"), form.value("window")),
                        Choice.said(words, "people_by_", List.of("person", "session"), form.value("countBy")),
                        Choice.said(
                                words,
                                "people_split_",
                                List.of("none", "device", "country", "category"),
                                form.value("breakdown")),
                        AskedPage.of(standing, uri, KIND, FIELDS),
                        groups(standing.chart(), words))));
    }

    @GET
    @Path("/data.csv")
    public Response csv(@Context UriInfo uri) {
        Standing<FunnelChart> standing = standing(form(uri));
        FunnelChart chart = standing.chart();
        if (chart == null) {
            return AskedPage.notYet(standing);
        }
        Csv csv = Csv.of("group", "step", "count", "of_first", "of_before", "median_seconds");
        all(chart)
                .forEach(group -> group.steps()
                        .forEach(step -> csv.row(
                                group.label(),
                                step.label(),
                                step.count().value(),
                                step.ofFirst().value(),
                                step.ofBefore().value(),
                                step.secondsSinceBefore().median().value())));
        return csv.download("funnel");
    }

    /** The usual steps only where none is said: a step that somebody emptied stays empty. */
    private Form form(UriInfo uri) {
        boolean asked = uri.getQueryParameters().containsKey("type0");
        return ask.form(
                uri.getQueryParameters(),
                asked ? Map.of("window", "P7D", "countBy", "person", "breakdown", "none") : USUAL);
    }

    private Standing<FunnelChart> standing(Form form) {
        return ask.ask(
                form,
                FunnelChart.class,
                questions -> questions.funnel(new FunnelRequest(
                        form.value("from"),
                        AskForPage.until(form),
                        null,
                        steps(form),
                        AskForPage.said(form, "window"),
                        AskForPage.said(form, "countBy"),
                        AskForPage.said(form, "breakdown"))));
    }

    private static List<@Nullable EventRequest> steps(Form form) {
        List<@Nullable EventRequest> steps = new ArrayList<>();
        for (int i = 0; i < FunnelQuestion.MOST_STEPS; i++) {
            if (!form.value("type" + i).isEmpty()) {
                steps.add(new EventRequest(
                        form.value("type" + i), null, AskForPage.said(form, "category" + i), null, null, null));
            }
        }
        return steps;
    }

    private static List<StepFields> fields(Form form, Words words) {
        List<@Nullable EventRequest> said = steps(form);
        int shown = Math.min(FunnelQuestion.MOST_STEPS, said.size() + 1);
        return IntStream.range(0, shown)
                .mapToObj(i -> {
                    EventRequest step = i < said.size() ? said.get(i) : null;
                    String type = step == null || step.type() == null ? "" : step.type();
                    String category = step == null || step.category() == null ? "" : step.category();
                    return new StepFields(i, EventChoices.of(words, type), category);
                })
                .toList();
    }

    private static List<FunnelChart.Group> all(FunnelChart chart) {
        List<FunnelChart.Group> groups = new ArrayList<>();
        groups.add(new FunnelChart.Group("", chart.total().steps()));
        if (!chart.breakdown().equals("none")) {
            groups.addAll(chart.groups());
        }
        return groups;
    }

    private List<GroupRow> groups(@Nullable FunnelChart chart, Words words) {
        Told told = new Told(words);
        return chart == null
                ? List.of()
                : all(chart).stream()
                        .map(group -> new GroupRow(
                                group.label().isEmpty()
                                        ? words.say("people_all")
                                        : EventChoices.label(words, group.label()),
                                group.steps().stream()
                                        .map(step -> row(step, told, words))
                                        .toList()))
                        .toList();
    }

    private static StepRow row(FunnelChart.Step step, Told told, Words words) {
        Figure ofFirst = step.ofFirst();
        Double share = ofFirst.value();
        return new StepRow(
                EventChoices.label(words, step.label()),
                told.number(step.count()).text(),
                share == null ? 0 : share,
                told.share(ofFirst).text(),
                told.share(step.ofBefore()).text(),
                told.time(step.secondsSinceBefore().median()),
                told.time(step.secondsSinceBefore().p90()));
    }
}
