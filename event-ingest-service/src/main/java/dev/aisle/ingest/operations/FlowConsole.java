package dev.aisle.ingest.operations;

import dev.aisle.ingest.operations.MeasureFlow.Flow;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operator's first page: the flow with its lag. */
@Path("/console/flow")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class FlowConsole {
    /** So many records a reader may be behind without a word about it: a second or two of a busy shop. */
    private static final long USUAL_LAG = 5_000;

    private final Console console;
    private final MeasureFlow measureFlow;

    FlowConsole(Console console, MeasureFlow measureFlow) {
        this.console = console;
        this.measureFlow = measureFlow;
    }

    /** What the first page shows; the flow is null when the broker doesn't answer. */
    record Page(@Nullable Flow flow, long usualLag) {
        public String tone(Stage.Reader reader) {
            return !reader.working() ? "bad" : reader.lag() > usualLag ? "warn" : "good";
        }

        public String word(Stage.Reader reader) {
            return !reader.working() ? "flow_idle" : reader.lag() > usualLag ? "flow_behind" : "flow_follows";
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance flow(Page page);
    }

    @GET
    public Response flow() {
        return console.page(
                "flow_path", Templates.flow(new Page(measureFlow.now().orElse(null), USUAL_LAG)));
    }

    @GET
    @Path("/data.csv")
    public Response csv() {
        Flow flow = measureFlow.now().orElse(null);
        if (flow == null) {
            return Problems.unavailable("The broker doesn't answer. Ask again.", 5);
        }
        Csv csv = Csv.of("topic", "records", "last_hour", "reader", "working", "lag");
        Stream.concat(Stream.of(flow.raw(), flow.refined()), flow.beside().stream())
                .forEach(stage -> {
                    if (stage.readers().isEmpty()) {
                        csv.row(stage.topic(), stage.records(), stage.lastHour(), null, null, null);
                    }
                    stage.readers()
                            .forEach(reader -> csv.row(
                                    stage.topic(),
                                    stage.records(),
                                    stage.lastHour(),
                                    reader.group(),
                                    reader.working(),
                                    reader.lag()));
                });
        return csv.download("flow");
    }
}
