package dev.aisle.privacy.audit.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.audit.reading.AuditViews.InclusionView;
import dev.aisle.privacy.audit.tree.FoundEntry;
import dev.aisle.privacy.audit.tree.HeadKeys;
import dev.aisle.privacy.audit.tree.KeptHead;
import dev.aisle.privacy.audit.tree.ProveEntries;
import dev.aisle.privacy.audit.tree.ProveEntries.Outcome;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.CheckLog;
import dev.aisle.privacy.audit.verification.LogCheck;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log for people: what happened, and whether the log is still what was signed. */
@Path("/console/privacy/audit")
@RunOnVirtualThread
@RolesAllowed({Role.AUDITOR, Role.PRIVACY_OFFICER})
@Changes("check")
public class AuditConsole {
    private static final String TITLE = "privacy_audit_title";
    private static final int PAGE = 50;

    private final Console console;
    private final PrivacyTabs tabs;
    private final ReadAuditLog readLog;
    private final ProveEntries proveEntries;
    private final CheckLog checkLog;
    private final HeadKeys keys;
    private final ObjectMapper json;

    AuditConsole(
            Console console,
            PrivacyTabs tabs,
            ReadAuditLog readLog,
            ProveEntries proveEntries,
            CheckLog checkLog,
            HeadKeys keys,
            ObjectMapper json) {
        this.console = console;
        this.tabs = tabs;
        this.readLog = readLog;
        this.proveEntries = proveEntries;
        this.checkLog = checkLog;
        this.keys = keys;
        this.json = json;
    }

    /**
     * The first page.
     *
     * @param head the newest signed head
     * @param older where older entries are; {@code null} at the end
     */
    record Log(
            Form form,
            List<ConsoleEntry> entries,
            List<ConsoleEntry.Named> events,
            List<String> services,
            @Nullable StoredHead head,
            @Nullable LogCheck last,
            @Nullable String older,
            boolean narrowed,
            boolean officer) {}

    /** One entry with its proof; {@code proof} is null as long as no head covers it. */
    record Entry(ConsoleEntry entry, String text, @Nullable InclusionView proof, boolean officer) {}

    /** A verification. */
    record Check(LogCheck check) {
        public boolean running() {
            return check.running(Instant.now());
        }

        public boolean broken() {
            return check.broken(Instant.now());
        }

        public double share() {
            return check.expected() == 0 ? 1 : Math.min(1, (double) check.checked() / (double) check.expected());
        }
    }

    /** All of them, and a form to begin one. */
    record Checks(
            List<LogCheck> checks, Form form, @Nullable StoredHead head, String publicKey) {
        public boolean wrong() {
            return !form.errors().isEmpty();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance log(List<Tab> tabs, Log log);

        static native TemplateInstance entry(List<Tab> tabs, Entry shown);

        static native TemplateInstance check(List<Tab> tabs, Check shown);

        static native TemplateInstance checks(List<Tab> tabs, Checks shown);
    }

    @GET
    public Response log(@Context UriInfo uri) {
        ConsoleSearch search = ConsoleSearch.of(uri.getQueryParameters(), console.words());
        List<FoundEntry> found = search.wrong() ? List.of() : readLog.newest(search.filter(), search.before(), PAGE);
        List<ConsoleEntry> entries = found.stream()
                .map(entry -> ConsoleEntry.of(entry, json, console.words()))
                .toList();
        String older = entries.size() < PAGE
                ? null
                : search.addressBefore(Page.AUDIT.path(), entries.getLast().leaf());
        Log log = new Log(
                search.form(),
                entries,
                ConsoleEntry.events(console.words()),
                ConsoleEntry.SERVICES,
                readLog.head().orElse(null),
                checkLog.latest().stream().findFirst().orElse(null),
                older,
                !uri.getQueryParameters().isEmpty(),
                tabs.officer());
        TemplateInstance page = Templates.log(tabs.at(Page.AUDIT), log);
        return search.wrong() ? console.invalid(TITLE, page) : console.page(TITLE, page);
    }

    @GET
    @Path("/entries/{leaf}")
    public Response entry(@PathParam("leaf") String leaf) {
        return number(leaf)
                .flatMap(index -> readLog.entry(index).map(found -> shown(found, index)))
                .map(shown -> console.page("privacy_entry_title", Templates.entry(tabs.at(Page.AUDIT), shown)))
                .orElseGet(() -> Problems.notFound("leaf"));
    }

    private Entry shown(FoundEntry found, long index) {
        InclusionView proof =
                proveEntries.inclusion(index, null) instanceof Outcome.Inclusion inclusion ? view(inclusion) : null;
        return new Entry(
                ConsoleEntry.of(found, json, console.words()), found.leaf().entry(), proof, tabs.officer());
    }

    /** The proof as a file, an input of the offline check. */
    @GET
    @Path("/entries/{leaf}/proof")
    public Response proof(@PathParam("leaf") String leaf) {
        return number(leaf)
                .filter(index -> proveEntries.inclusion(index, null) instanceof Outcome.Inclusion)
                .map(index -> Response.ok(
                                view((Outcome.Inclusion) proveEntries.inclusion(index, null)),
                                MediaType.APPLICATION_JSON)
                        .header("Content-Disposition", "attachment; filename=\"audit-entry-" + index + ".json\"")
                        .build())
                .orElseGet(() -> Problems.notFound("leaf"));
    }

    private InclusionView view(Outcome.Inclusion inclusion) {
        return InclusionView.of(inclusion, keys.signing().verifier().hex());
    }

    @GET
    @Path("/checks")
    public Response checks() {
        return console.page("privacy_checks_title", checks(Form.of(Map.of())));
    }

    private TemplateInstance checks(Form form) {
        return Templates.checks(
                tabs.at(Page.AUDIT),
                new Checks(
                        checkLog.latest(),
                        form,
                        readLog.head().orElse(null),
                        keys.signing().verifier().hex()));
    }

    /** Begins a verification, perhaps with a head that somebody kept. */
    @POST
    @Path("/checks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        String size = form.value("size").strip();
        String root = form.value("root").strip();
        List<FieldError> errors = new ArrayList<>();
        boolean kept = !size.isEmpty() || !root.isEmpty();
        if (kept && !size.matches("[1-9]\\d{0,14}")) {
            errors.add(new FieldError("size", console.words().say("privacy_wrong_size")));
        }
        if (kept && !root.matches("[0-9a-f]{64}")) {
            errors.add(new FieldError("root", console.words().say("privacy_wrong_root")));
        }
        if (!errors.isEmpty()) {
            return console.invalid("privacy_checks_title", checks(form.with(errors)));
        }
        UUID id = checkLog.begin(kept ? Optional.of(new KeptHead(Long.parseLong(size), root)) : Optional.empty());
        return console.goTo(Page.AUDIT.path() + "/checks/" + id);
    }

    @GET
    @Path("/checks/{id}")
    public Response check(@PathParam("id") UUID id) {
        return checkLog.find(id)
                .map(check ->
                        console.page("privacy_check_title", Templates.check(tabs.at(Page.AUDIT), new Check(check))))
                .orElseGet(() -> Problems.notFound("check"));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
