package dev.aisle.ingest.operations;

import dev.aisle.ingest.operations.AskServices.Asked;
import dev.aisle.platform.console.Area;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.ConsoleConfig;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.operations.JobReport;
import dev.aisle.platform.operations.ServiceReport;
import dev.aisle.platform.operations.ServiceReport.Clock;
import dev.aisle.platform.operations.ServiceReport.Setting;
import dev.aisle.platform.security.Role;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The operator's page of all services: whether they are ready, their jobs and clocks, and the settings in force. */
@Path("/console/flow")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class ServicesConsole {
    private static final String HERE = "/console/flow/services";
    private static final String OWN_SETTINGS = "aisle.";
    private static final int LONGEST_SEARCH = 100;
    /** Where jobs are started and cancelled, by service. */
    private static final Map<String, String> JOBS = Map.of(
            "profile", "/console/people/jobs",
            "recommender", "/console/recommendations/trainings",
            "privacy", "/console/privacy/audit/checks");

    private final Console console;
    private final ConsoleConfig config;
    private final AskServices askServices;
    private final AccessTokenCredential token;

    ServicesConsole(Console console, ConsoleConfig config, AskServices askServices, AccessTokenCredential token) {
        this.console = console;
        this.config = config;
        this.askServices = askServices;
        this.token = token;
    }

    /**
     * A service as the page shows it.
     *
     * @param jobsAt where its jobs are started; null when they are not started by anybody
     */
    record Card(Asked asked, @Nullable String jobsAt) {
        public String tone() {
            return switch (asked.state()) {
                case READY -> "good";
                case NOT_READY, REFUSED -> "warn";
                case SILENT -> "bad";
                case UNKNOWN -> "";
            };
        }

        public String word() {
            return switch (asked.state()) {
                case READY -> "flow_ready";
                case NOT_READY -> "flow_not_ready";
                case REFUSED -> "flow_not_allowed";
                case SILENT -> "flow_silent";
                case UNKNOWN -> "flow_unknown";
            };
        }

        public String text() {
            return word() + "_text";
        }

        public @Nullable ServiceReport report() {
            return asked.report();
        }

        public List<Job> jobs() {
            ServiceReport report = asked.report();
            return report == null
                    ? List.of()
                    : report.jobs().stream().map(Job::new).toList();
        }

        public List<Clock> clocks() {
            ServiceReport report = asked.report();
            return report == null ? List.of() : report.clocks();
        }

        public long overdue() {
            return clocks().stream().filter(Clock::overdue).count();
        }
    }

    /** A job with the words and the tone of its state. */
    record Job(JobReport job) {
        public String tone() {
            return switch (job.state()) {
                case DONE -> "good";
                case FAILED -> "bad";
                case RUNNING -> "accent";
                case WAITING, CANCELLED -> "warn";
            };
        }

        public String word() {
            return switch (job.state()) {
                case DONE -> "flow_job_done";
                case FAILED -> "flow_job_failed";
                case RUNNING -> "flow_job_running";
                case WAITING -> "flow_job_waiting";
                case CANCELLED -> "flow_job_cancelled";
            };
        }
    }

    /** A setting of a service. */
    record Row(String service, Setting setting) {}

    /** What the page shows. */
    record Page(List<Card> cards, List<Row> settings, String search, List<Choice> services, String csv) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance services(Page page);
    }

    /**
     * @param q part of the names of the settings; {@code aisle.} when none is given
     * @param service whose settings; all when none is given
     */
    @GET
    @Path("/services")
    public Response services(@RestQuery @Nullable String q, @RestQuery @Nullable String service) {
        String search = searched(q);
        List<Asked> asked = askServices.all(token.getToken(), search);
        String csv = UriBuilder.fromPath(HERE + "/settings.csv")
                .queryParam("q", "{q}")
                .build(search)
                .toString();
        return console.page(
                "flow_services",
                Templates.services(new Page(
                        asked.stream().map(this::card).toList(), rows(asked, service), search, choices(service), csv)));
    }

    /** The settings of all services whose names have a text in them. */
    @GET
    @Path("/services/settings.csv")
    public Response csv(@RestQuery @Nullable String q) {
        Csv csv = Csv.of("service", "setting", "value", "from");
        rows(askServices.all(token.getToken(), searched(q)), null)
                .forEach(row -> csv.row(
                        row.service(),
                        row.setting().name(),
                        row.setting().value(),
                        row.setting().from()));
        return csv.download("settings");
    }

    /** Where the settings of this service alone were. */
    @GET
    @Path("/settings")
    public Response settings(@RestQuery @Nullable String q) {
        return console.goTo(UriBuilder.fromPath(HERE)
                .queryParam("q", "{q}")
                .fragment("settings")
                .build(searched(q))
                .toString());
    }

    private static String searched(@Nullable String q) {
        String search = q == null ? "" : q.strip();
        return search.isEmpty() || search.length() > LONGEST_SEARCH ? OWN_SETTINGS : search;
    }

    private Card card(Asked asked) {
        String path = JOBS.get(asked.service());
        return new Card(asked, path == null ? null : config.addresses().getOrDefault(asked.service(), "") + path);
    }

    private static List<Row> rows(List<Asked> asked, @Nullable String service) {
        List<Row> rows = new ArrayList<>();
        for (Asked one : asked) {
            ServiceReport report = one.report();
            if (report != null && (service == null || service.isEmpty() || service.equals(one.service()))) {
                report.settings().forEach(setting -> rows.add(new Row(one.service(), setting)));
            }
        }
        return rows;
    }

    private List<Choice> choices(@Nullable String chosen) {
        Stream<String> services =
                Arrays.stream(Area.values()).map(Area::service).distinct();
        return Stream.concat(
                        Stream.of(new Choice("", console.words().say("all"), chosen == null || chosen.isEmpty())),
                        services.map(one -> new Choice(one, one, one.equals(chosen))))
                .toList();
    }
}
