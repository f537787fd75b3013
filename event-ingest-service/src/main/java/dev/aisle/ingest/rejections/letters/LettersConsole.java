package dev.aisle.ingest.rejections.letters;

import dev.aisle.ingest.rejections.Chosen;
import dev.aisle.ingest.rejections.PageCursor;
import dev.aisle.ingest.rejections.letters.ListDeadLetters.Found;
import dev.aisle.ingest.rejections.letters.ReplayDeadLetters.Report;
import dev.aisle.ingest.shared.identity.AuditTrail;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.security.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operator's page of records that a service could not read; those of the raw topic go in once more after the code was mended. */
@Path("/console/flow/letters")
@Changes("replay")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class LettersConsole {
    private static final String HERE = "/console/flow/letters";
    private static final int PAGE = 50;
    private static final int LONGEST = 200;

    private final Console console;
    private final ListDeadLetters listDeadLetters;
    private final ReplayDeadLetters replayDeadLetters;
    private final AuditTrail audit;

    LettersConsole(
            Console console, ListDeadLetters listDeadLetters, ReplayDeadLetters replayDeadLetters, AuditTrail audit) {
        this.console = console;
        this.listDeadLetters = listDeadLetters;
        this.replayDeadLetters = replayDeadLetters;
        this.audit = audit;
    }

    /**
     * What the page shows.
     *
     * @param reason a part of the reasons that are looked for; empty: any
     * @param report what a replay would do, or did; null when none was asked for
     * @param unconfirmed whether a replay was asked for and the broker didn't answer
     */
    record Letters(
            String span,
            String reason,
            boolean answered,
            boolean complete,
            List<LetterView> letters,
            @Nullable String next,
            @Nullable Report report,
            boolean unconfirmed) {
        public boolean anyReplayable() {
            return letters.stream().anyMatch(LetterView::replayable);
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letters(Letters page);
    }

    @GET
    public Response letters(@Context UriInfo uri) {
        return page(Form.of(uri.getQueryParameters()), null, false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replay(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        boolean dryRun = !form.value("action").equals("replay");
        Report report = replayDeadLetters.replay(filter(form), dryRun).orElse(null);
        if (report != null && !dryRun) {
            audit.note("dead letters replayed", report.replayed() + " records");
        }
        return page(form, report, report == null);
    }

    private Response page(Form form, @Nullable Report report, boolean unconfirmed) {
        Found found = listDeadLetters
                .list(filter(form), PageCursor.of(form.value("cursor")).orElse(null), PAGE)
                .orElse(null);
        String span = Chosen.span(form.value("span"));
        String reason = reason(form);
        return console.page(
                "flow_letters",
                Templates.letters(new Letters(
                        span,
                        reason,
                        found != null,
                        found != null && found.complete(),
                        found == null
                                ? List.of()
                                : found.page().values().stream()
                                        .map(LetterView::of)
                                        .toList(),
                        found == null ? null : next(span, reason, found.page().next()),
                        report,
                        unconfirmed)));
    }

    private static @Nullable String next(String span, String reason, @Nullable PageCursor next) {
        return next == null
                ? null
                : HERE + "?span=" + span + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8) + "&cursor="
                        + next.text();
    }

    private static LetterFilter filter(Form form) {
        String reason = reason(form);
        return new LetterFilter(
                null,
                null,
                reason.isEmpty() ? null : reason,
                Chosen.since(Chosen.span(form.value("span"))),
                null,
                Set.of());
    }

    private static String reason(Form form) {
        String reason = form.value("reason").strip();
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    }
}
