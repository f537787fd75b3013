package dev.aisle.privacy.rights.breach;

import dev.aisle.contracts.DataMap;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Choice;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Csv;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.breach.Breach.What;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** After a breach: whose data and which fields it touched, and by when whom to tell. */
@Path("/console/privacy/breach")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@ChangesNothing("it answers a question; the log has the report as breach.reported")
public class BreachConsole {
    private static final String TITLE = "privacy_breach_title";
    private static final String MINUTE = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}";

    private final Console console;
    private final PrivacyTabs tabs;
    private final ReportBreach reportBreach;

    BreachConsole(Console console, PrivacyTabs tabs, ReportBreach reportBreach) {
        this.console = console;
        this.tabs = tabs;
        this.reportBreach = reportBreach;
    }

    /** What was typed and what came of it. */
    record Shown(
            Form form,
            List<Choice> whats,
            List<Choice> services,
            @Nullable BreachReport report) {
        /** People by the key of a purpose. */
        public Map<String, Long> byPurpose() {
            Map<String, Long> people = new TreeMap<>();
            if (report != null) {
                report.byPurpose().forEach((purpose, count) -> people.put("privacy_purpose_" + purpose, count));
            }
            return people;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance breach(List<Tab> tabs, Shown shown);
    }

    @GET
    public Response form() {
        return console.page(TITLE, page(Form.of(Map.of()), null));
    }

    private TemplateInstance page(Form form, @Nullable BreachReport report) {
        List<String> whats =
                Arrays.stream(What.values()).map(BreachConsole::name).toList();
        TreeSet<String> services = DataMap.places().stream()
                .map(place -> place.holding().getService())
                .filter(service -> !service.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return Templates.breach(
                tabs.at(Page.BREACH),
                new Shown(
                        form,
                        Choice.said(console.words(), "privacy_breach_", whats, form.value("what")),
                        Choice.plain(services, form.value("service")),
                        report));
    }

    private static String name(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /** By a form: each report is noted, and loading a page again must not write. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        return switch (BreachReading.of(query(form))) {
            case BreachReading.Refused refused -> refused(form, refused);
            case BreachReading.Understood(Breach breach) ->
                console.page(TITLE, page(form, reportBreach.report(breach, Instant.now(), "")));
        };
    }

    private Response refused(Form form, BreachReading.Refused refused) {
        String field = refused.field().endsWith("Key") ? "key" : refused.field();
        FieldError error = new FieldError(field, console.words().say("privacy_wrong_breach_" + field));
        return console.invalid(TITLE, page(form.with(List.of(error)), null));
    }

    /** The people of a report as a file, all of them. */
    @POST
    @Path("/people.csv")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response people(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        return switch (BreachReading.of(query(form))) {
            case BreachReading.Refused refused -> refused(form, refused);
            case BreachReading.Understood(Breach breach) -> file(breach);
        };
    }

    private Response file(Breach breach) {
        Csv csv = Csv.of("pseudonym", "purposes");
        String after = "";
        do {
            ReportBreach.People page = reportBreach.people(breach, after);
            page.people().forEach(one -> csv.row(one.pseudonym(), String.join(" ", one.purposes())));
            after = page.next();
        } while (!after.isEmpty());
        return csv.download("touched-people");
    }

    private static BreachQuery query(Form form) {
        BreachQuery query = new BreachQuery();
        String key = form.value("key").strip();
        switch (form.value("what")) {
            case "service" -> query.service = form.value("service");
            case "pseudonym_key" -> query.pseudonymKey = key;
            case "master_key" -> query.masterKey = key;
            case "sealing_key" -> query.sealingKey = key;
            default -> query.service = "";
        }
        query.from = moment(form.value("from").strip());
        query.to = moment(form.value("to").strip());
        return query;
    }

    /** What a browser's field gives, in UTC. */
    private static String moment(String text) {
        return text.matches(MINUTE) ? text + ":00Z" : text;
    }
}
