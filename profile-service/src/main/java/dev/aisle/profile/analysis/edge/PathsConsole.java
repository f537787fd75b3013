package dev.aisle.profile.analysis.edge;

import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.analysis.domain.disclosure.Figure;
import dev.aisle.profile.analysis.domain.path.PathChart;
import dev.aisle.profile.analysis.domain.path.PathChart.Flow;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of paths: what people do after something, or before it, step by step. */
@Path("/console/people/paths")
@RunOnVirtualThread
@RolesAllowed({Role.MARKETER, Role.ANALYST})
public class PathsConsole {
    private static final String KIND = "paths";
    private static final String[] FIELDS = {"from", "to", "direction", "depth", "countBy", "label"};
    private static final Map<String, String> USUAL =
            Map.of("event", "search", "direction", "after", "depth", "3", "countBy", "session", "label", "type");
    private static final int LINKS = 6;

    private final Console console;
    private final AskForPage ask;

    PathsConsole(Console console, AskForPage ask) {
        this.console = console;
        this.ask = ask;
    }

    /**
     * A link.
     *
     * @param share of all paths, 0..1
     */
    record LinkRow(String source, String target, String count, double share, String shareText) {}

    /** The links of one step away from the anchor. */
    record DepthRows(int step, List<LinkRow> links) {}

    /** What the page shows. */
    record Page(
            Form form,
            List<Choice> events,
            List<Choice> directions,
            List<Choice> countBys,
            List<Choice> labels,
            AskedPage asked,
            String paths,
            List<DepthRows> depths) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance paths(Page page);
    }

    @GET
    public Response paths(@Context UriInfo uri) {
        Standing<PathChart> standing = standing(uri);
        Form form = standing.form();
        Words words = console.words();
        PathChart chart = standing.chart();
        Told told = new Told(words);
        return console.page(
                "people_paths",
                Templates.paths(new Page(
                        form,
                        EventChoices.of(words, form.value("event")),
                        Choice.said(words, "people_path_", List.of("after", "before"), form.value("direction")),
                        Choice.said(words, "people_by_", List.of("session", "person"), form.value("countBy")),
                        Choice.said(words, "people_label_", List.of("type", "type_and_category"), form.value("label")),
                        AskedPage.of(standing, uri, KIND, FIELDS),
                        chart == null ? "" : told.number(chart.paths()).text(),
                        depths(chart, told, words))));
    }

    @GET
    @Path("/data.csv")
    public Response csv(@Context UriInfo uri) {
        Standing<PathChart> standing = standing(uri);
        PathChart chart = standing.chart();
        if (chart == null) {
            return AskedPage.notYet(standing);
        }
        Csv csv = Csv.of("step", "source", "target", "count");
        chart.links()
                .forEach(link -> csv.row(
                        link.depth() + 1,
                        link.source(),
                        link.target(),
                        link.count().value()));
        return csv.download("paths");
    }

    private Standing<PathChart> standing(UriInfo uri) {
        Form form = ask.form(uri.getQueryParameters(), USUAL);
        EventRequest event = new EventRequest(
                AskForPage.said(form, "event"), null, AskForPage.said(form, "category"), null, null, null);
        boolean before = form.value("direction").equals("before");
        return ask.ask(
                form,
                PathChart.class,
                questions -> questions.path(new PathRequest(
                        form.value("from"),
                        AskForPage.until(form),
                        null,
                        before ? null : event,
                        before ? event : null,
                        AskForPage.number(form, "depth"),
                        AskForPage.said(form, "countBy"),
                        AskForPage.said(form, "label"),
                        LINKS)));
    }

    private static List<DepthRows> depths(@Nullable PathChart chart, Told told, Words words) {
        if (chart == null) {
            return List.of();
        }
        Double all = chart.paths().value();
        return chart.links().stream()
                .collect(Collectors.groupingBy(Flow::depth, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(depth -> new DepthRows(
                        depth.getKey() + 1,
                        depth.getValue().stream()
                                .map(link -> row(link, all, told, words))
                                .toList()))
                .toList();
    }

    private static LinkRow row(Flow link, @Nullable Double all, Told told, Words words) {
        Double count = link.count().value();
        double share = count == null || all == null || all <= 0 ? 0 : Math.min(1, count / all);
        return new LinkRow(
                EventChoices.label(words, link.source()),
                EventChoices.label(words, link.target()),
                told.number(link.count()).text(),
                share,
                count == null ? "" : told.share(Figure.told(share)).text());
    }
}
