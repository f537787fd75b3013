package dev.aisle.privacy.rights.holds;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.holds.LegalHolds.Hold;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import dev.aisle.privacy.shared.edge.LiveCheck;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Legal holds: an erasure of these people waits. */
@Path("/console/privacy/holds")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@Changes("hold")
public class HoldsConsole {
    private static final String TITLE = "privacy_holds_title";
    private static final String REASON = "[^\\p{Cc}]{3,300}";
    private static final String DAY = "(19|20|21)\\d{2}-\\d{2}-\\d{2}";

    private final Console console;
    private final PrivacyTabs tabs;
    private final LegalHolds legalHolds;
    private final LiveCheck liveCheck;

    HoldsConsole(Console console, PrivacyTabs tabs, LegalHolds legalHolds, LiveCheck liveCheck) {
        this.console = console;
        this.tabs = tabs;
        this.legalHolds = legalHolds;
        this.liveCheck = liveCheck;
    }

    /** A hold that somebody wants to set where another one stands. */
    record Both(Form form, String reason, Instant until, Hold there) {
        public String yours() {
            return reason + "\n" + until;
        }

        public String theirs() {
            return there.reason() + "\n" + there.until() + "\n" + there.setBy();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance holds(List<Tab> tabs, List<Hold> holds, Form form);

        static native TemplateInstance both(List<Tab> tabs, Both both);
    }

    @GET
    public Response holds(@RestQuery @Nullable String subject) {
        Map<String, String> known = subject == null ? Map.of() : Map.of("subject", subject);
        return console.page(TITLE, page(Form.of(known)));
    }

    private TemplateInstance page(Form form) {
        return Templates.holds(tabs.at(Page.REQUESTS), legalHolds.active(), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(MultivaluedMap<String, String> sent) {
        Form form = checked(Form.of(sent));
        String subject = form.value("subject").strip();
        String reason = form.value("reason").strip();
        Instant until = endOf(form.value("until").strip());
        if (!form.errors().isEmpty() || until == null) {
            return console.invalid(TITLE, page(form));
        }
        Pseudonym person = new Pseudonym(subject);
        Hold there = legalHolds.of(person).orElse(null);
        if (there != null && !form.value("over").equals(there.until().toString())) {
            Both both = new Both(form, reason, until, there);
            return console.conflict(TITLE, Templates.both(tabs.at(Page.REQUESTS), both));
        }
        legalHolds.set(person, reason, until, console.person());
        return console.goTo("/console/privacy/holds", "privacy_hold_set");
    }

    private Form checked(Form form) {
        List<FieldError> errors = new ArrayList<>();
        Instant until = endOf(form.value("until").strip());
        if (!Pseudonym.isPseudonym(form.value("subject").strip())) {
            errors.add(new FieldError("subject", console.words().say("privacy_wrong_pseudonym")));
        }
        if (!form.value("reason").strip().matches(REASON)) {
            errors.add(new FieldError("reason", console.words().say("privacy_wrong_words")));
        }
        if (until == null || !until.isAfter(Instant.now())) {
            errors.add(new FieldError("until", console.words().say("privacy_wrong_until")));
        }
        return form.with(errors);
    }

    /** What would be refused. */
    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ChangesNothing("it says what a form would be refused for")
    public Response check(MultivaluedMap<String, String> sent) {
        return liveCheck.answer(checked(Form.of(sent)));
    }

    /** The end of a day; {@code null} when it is none. */
    private static @Nullable Instant endOf(String day) {
        try {
            return day.matches(DAY)
                    ? LocalDate.parse(day)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @POST
    @Path("/{pseudonym}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("pseudonym") @IsPseudonym String pseudonym) {
        return legalHolds.lift(new Pseudonym(pseudonym))
                ? console.goTo("/console/privacy/holds", "privacy_hold_lifted")
                : Problems.notFound("legal-hold");
    }
}
