package dev.aisle.ingest.operations.edge;

import dev.aisle.ingest.operations.domain.Stage;
import dev.aisle.ingest.operations.usecase.AskServices;
import dev.aisle.ingest.operations.usecase.AskServices.Asked;
import dev.aisle.ingest.operations.usecase.MeasureFlow;
import dev.aisle.ingest.operations.usecase.MeasureFlow.Flow;
import dev.aisle.ingest.operations.usecase.ReadSettings;
import dev.aisle.ingest.operations.usecase.ReadSettings.Setting;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.ConsoleConfig;
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
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's pages of how everything stands: the flow with its lag, the services, the settings in force. */
@Path("/console/flow")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class FlowConsole {
    private static final int LONGEST_SEARCH = 100;
    /** So many records a reader may be behind without a word about it: a second or two of a busy shop. */
    private static final long USUAL_LAG = 5_000;

    private final Console console;
    private final ConsoleConfig config;
    private final MeasureFlow measureFlow;
    private final AskServices askServices;
    private final ReadSettings readSettings;

    FlowConsole(
            Console console,
            ConsoleConfig config,
            MeasureFlow measureFlow,
            AskServices askServices,
            ReadSettings readSettings) {
        this.console = console;
        this.config = config;
        this.measureFlow = measureFlow;
        this.askServices = askServices;
        this.readSettings = readSettings;
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

    /**
     * The services.
     *
     * @param profile where the jobs of profiles are; empty when it isn't known
     */
    record ServicesPage(List<Asked> services, String profile, String recommender) {
        public String tone(Asked asked) {
            return switch (asked.state()) {
                case READY -> "good";
                case NOT_READY -> "warn";
                case SILENT -> "bad";
                case UNKNOWN -> "";
            };
        }

        public String word(Asked asked) {
            return switch (asked.state()) {
                case READY -> "flow_ready";
                case NOT_READY -> "flow_not_ready";
                case SILENT -> "flow_silent";
                case UNKNOWN -> "flow_unknown";
            };
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance flow(Page page);

        static native TemplateInstance services(ServicesPage page);

        static native TemplateInstance settings(List<Setting> settings, String search);
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

    @GET
    @Path("/services")
    public Response services() {
        return console.page(
                "flow_services",
                Templates.services(new ServicesPage(
                        askServices.all(),
                        config.addresses().getOrDefault("profile", ""),
                        config.addresses().getOrDefault("recommender", ""))));
    }

    @GET
    @Path("/settings")
    public Response settings(@RestQuery @Nullable String q) {
        String search = q == null ? "" : q.strip();
        return console.page(
                "flow_settings",
                Templates.settings(
                        search.length() > LONGEST_SEARCH ? List.of() : readSettings.matching(search), search));
    }
}
