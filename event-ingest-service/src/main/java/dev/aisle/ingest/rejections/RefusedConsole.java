package dev.aisle.ingest.rejections;

import dev.aisle.ingest.rejections.ListRejections.Count;
import dev.aisle.ingest.rejections.ListRejections.Found;
import dev.aisle.ingest.rejections.ListRejections.Query;
import dev.aisle.ingest.rejections.ListRejections.Summary;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.security.Role;
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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's pages of what was refused and why: counted, and one by one. */
@Path("/console/flow/refused")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class RefusedConsole {
    private static final String HERE = "/console/flow/refused";
    private static final int PAGE = 50;

    private final Console console;
    private final ListRejections listRejections;

    RefusedConsole(Console console, ListRejections listRejections) {
        this.console = console;
        this.listRejections = listRejections;
    }

    /**
     * What the page shows.
     *
     * @param answered whether the broker answered
     * @param complete whether the whole span was read in time
     */
    record Refused(String span, boolean answered, boolean complete, List<Count> counts) {
        public long rejected() {
            return counts.stream().mapToLong(Count::rejected).sum();
        }

        public long replayable() {
            return counts.stream().mapToLong(Count::replayable).sum();
        }

        public long replayed() {
            return counts.stream().mapToLong(Count::replayed).sum();
        }

        public String query(Count count) {
            return Chosen.of(count, span).query();
        }
    }

    /** A page of events. */
    record Events(
            Chosen chosen,
            boolean answered,
            boolean complete,
            List<RejectionView> events,
            @Nullable String next) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance refused(Refused refused);

        static native TemplateInstance events(Events page);
    }

    @GET
    public Response refused(@RestQuery @Nullable String span) {
        String wanted = Chosen.span(span);
        Refused refused = listRejections
                .summary(Chosen.since(wanted))
                .map(summary -> of(wanted, summary))
                .orElseGet(() -> new Refused(wanted, false, false, List.of()));
        return console.page("flow_title", Templates.refused(refused));
    }

    private static Refused of(String span, Summary summary) {
        return new Refused(span, true, summary.complete(), summary.counts());
    }

    @GET
    @Path("/data.csv")
    public Response csv(@RestQuery @Nullable String span) {
        Optional<Summary> summary = listRejections.summary(Chosen.since(Chosen.span(span)));
        if (summary.isEmpty()) {
            return ListAnswers.unavailable();
        }
        Csv csv = Csv.of("code", "field", "write_key", "refused", "replayable", "replayed");
        summary.get()
                .counts()
                .forEach(count -> csv.row(
                        count.group().code(),
                        count.group().field(),
                        count.group().source(),
                        count.rejected(),
                        count.replayable(),
                        count.replayed()));
        return csv.download("refused");
    }

    @GET
    @Path("/events")
    public Response events(@Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        Chosen chosen = Chosen.of(form);
        Optional<Found> found = listRejections.list(new Query(
                chosen.filter(), null, PageCursor.of(form.value("cursor")).orElse(null), PAGE));
        Events page = found.map(one -> new Events(
                        chosen,
                        true,
                        one.complete(),
                        one.page().values().stream().map(RejectionView::of).toList(),
                        next(chosen, one)))
                .orElseGet(() -> new Events(chosen, false, false, List.of(), null));
        return console.page("flow_events", Templates.events(page));
    }

    private static @Nullable String next(Chosen chosen, Found found) {
        PageCursor next = found.page().next();
        return next == null ? null : HERE + "/events?" + chosen.query() + "&cursor=" + next.text();
    }
}
