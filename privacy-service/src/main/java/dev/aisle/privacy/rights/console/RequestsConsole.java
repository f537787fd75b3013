package dev.aisle.privacy.rights.console;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.console.Console;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.export.FetchArchive;
import dev.aisle.privacy.rights.receipts.ReadReceipts;
import dev.aisle.privacy.rights.receipts.ReceiptResource.SignedReceiptView;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.domain.Verification;
import dev.aisle.privacy.rights.request.usecase.CancelRequest;
import dev.aisle.privacy.rights.request.usecase.Deadlines;
import dev.aisle.privacy.rights.request.usecase.ListRequests;
import dev.aisle.privacy.rights.request.usecase.ReadRequest;
import dev.aisle.privacy.rights.request.usecase.RestrictSubject;
import dev.aisle.privacy.rights.request.usecase.VerifyRequest;
import dev.aisle.privacy.shared.edge.PersonFields.Choice;
import dev.aisle.privacy.shared.edge.PrivacyTabs;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Page;
import dev.aisle.privacy.shared.edge.PrivacyTabs.Tab;
import dev.aisle.privacy.shared.people.ReceiptRules;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Requests of persons: what is due, how far each is, and what an officer does about it. */
@Path("/console/privacy/requests")
@RunOnVirtualThread
@RolesAllowed(Role.PRIVACY_OFFICER)
@Changes("request")
public class RequestsConsole {
    private static final String TITLE = "privacy_request_title";
    private static final String REASON = "[^\\p{Cc}]{3,300}";
    private static final int PAGE = 25;

    private final Console console;
    private final PrivacyTabs tabs;
    private final ListRequests listRequests;
    private final Deadlines deadlines;
    private final ReadRequest readRequest;
    private final ReadReceipts readReceipts;
    private final RequestSteps steps;
    private final FetchArchive fetchArchive;

    RequestsConsole(
            Console console,
            PrivacyTabs tabs,
            ListRequests listRequests,
            Deadlines deadlines,
            ReadRequest readRequest,
            ReadReceipts readReceipts,
            RequestSteps steps,
            FetchArchive fetchArchive) {
        this.console = console;
        this.tabs = tabs;
        this.listRequests = listRequests;
        this.deadlines = deadlines;
        this.readRequest = readRequest;
        this.readReceipts = readReceipts;
        this.steps = steps;
        this.fetchArchive = fetchArchive;
    }

    /**
     * The list.
     *
     * @param type of which alone; empty for all
     */
    record Listed(
            boolean open,
            String type,
            List<Choice> types,
            List<ConsoleRequest> requests,
            long allOpen,
            Deadlines.Counts counts,
            @Nullable String previous,
            @Nullable String next) {
        public boolean ended() {
            return !open;
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance list(List<Tab> tabs, Listed listed);

        static native TemplateInstance request(List<Tab> tabs, ConsoleRequest request, Form form);
    }

    @GET
    public Response list(@RestQuery @Nullable String ended, @RestQuery @Nullable String type, @RestQuery int page) {
        boolean open = ended == null;
        int from = Math.clamp(page, 0, 10_000);
        RequestType only = type == null ? null : RequestType.ofWireName(type).orElse(null);
        List<ConsoleRequest> requests = listRequests.page(open, only, from, PAGE).stream()
                .map(ConsoleRequest::of)
                .toList();
        Listed listed = new Listed(
                open,
                only == null ? "" : only.wireName(),
                ConsoleNewRequest.requestTypes(),
                requests,
                listRequests.open(),
                deadlines.count(),
                from == 0 ? null : address(open, only, from - 1),
                requests.size() < PAGE ? null : address(open, only, from + 1));
        return console.page("privacy_requests_title", Templates.list(tabs.at(Page.REQUESTS), listed));
    }

    private static String address(boolean open, @Nullable RequestType type, int page) {
        return "?page=" + page + (open ? "" : "&ended=1") + (type == null ? "" : "&type=" + type.wireName());
    }

    @GET
    @Path("/{id}")
    public Response request(@PathParam("id") String id) {
        return shown(id, Form.of(Map.of()))
                .map(page -> console.page(TITLE, page))
                .orElseGet(() -> Problems.notFound("request"));
    }

    private Optional<TemplateInstance> shown(String id, Form form) {
        return Optional.ofNullable(ReceiptRules.requestId(id))
                .flatMap(readRequest::read)
                .map(state -> Templates.request(tabs.at(Page.REQUESTS), ConsoleRequest.of(state), form));
    }

    /** The receipts with their signatures, for whoever checks them. */
    @GET
    @Path("/{id}/receipts")
    public Response receipts(@PathParam("id") String id) {
        return Optional.ofNullable(ReceiptRules.requestId(id))
                .flatMap(readReceipts::of)
                .map(receipts -> Response.ok(
                                receipts.stream().map(SignedReceiptView::of).toList(), MediaType.APPLICATION_JSON)
                        .header("Content-Disposition", "attachment; filename=\"receipts-" + id + ".json\"")
                        .build())
                .orElseGet(() -> Problems.notFound("request"));
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id) {
        CancelRequest.Outcome outcome = withId(id, steps::cancel, CancelRequest.Outcome.NO_SUCH_REQUEST);
        return switch (outcome) {
            case CANCELLED -> done(id, "privacy_cancelled");
            case TOO_LATE -> Problems.conflict("begun-already", console.words().say("privacy_too_late"));
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        };
    }

    @POST
    @Path("/{id}/extension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response extend(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return because(id, "extendReason", sent, (request, reason) -> switch (steps.extend(request, reason)) {
            case EXTENDED -> done(id, "privacy_extended");
            case NOT_EXTENDABLE ->
                Problems.conflict("not-extendable", console.words().say("privacy_not_extendable"));
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        });
    }

    /** The officer vouches that it comes from the person. */
    @POST
    @Path("/{id}/verification")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response vouch(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return because(id, "vouchReason", sent, (request, reason) -> {
            VerifyRequest.Outcome outcome = steps.vouch(Verification.OFFICER, request, reason);
            return outcome == VerifyRequest.Outcome.VERIFIED
                    ? done(id, "privacy_vouched")
                    : Problems.conflict("not-awaiting", console.words().say("privacy_not_awaiting"));
        });
    }

    @POST
    @Path("/{id}/lifting")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lift(@PathParam("id") String id) {
        RestrictSubject.Lifting outcome = withId(id, steps::lift, RestrictSubject.Lifting.NO_SUCH_REQUEST);
        return switch (outcome) {
            case LIFTED -> done(id, "privacy_lifted");
            case NOT_RESTRICTED ->
                Problems.conflict("not-restricted", console.words().say("privacy_not_restricted"));
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        };
    }

    /** The archive for the person: once. */
    @POST
    @Path("/{id}/archive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response archive(@PathParam("id") String id) {
        FetchArchive.Outcome issued = withId(id, fetchArchive::issue, new FetchArchive.Outcome.NoSuchArchive());
        FetchArchive.Outcome outcome = issued instanceof FetchArchive.Outcome.Issued(String token, var _)
                ? withId(id, request -> fetchArchive.fetch(request, token), issued)
                : issued;
        return switch (outcome) {
            case FetchArchive.Outcome.Archive archive ->
                Response.ok(archive.zip(), "application/zip")
                        .header("Content-Disposition", "attachment; filename=\"answer-" + id + ".zip\"")
                        .build();
            case FetchArchive.Outcome.NoSuchArchive _ -> Problems.notFound("archive");
            case FetchArchive.Outcome.NotReady _ ->
                Problems.conflict("not-ready", console.words().say("privacy_archive_not_ready"));
            case FetchArchive.Outcome.Gone _, FetchArchive.Outcome.Issued _ ->
                Problems.conflict("archive-gone", console.words().say("privacy_archive_gone"));
        };
    }

    private interface Act {
        Response with(UUID request, String reason);
    }

    private Response because(String id, String field, MultivaluedMap<String, String> sent, Act act) {
        Form form = Form.of(sent);
        String reason = form.value(field).strip();
        UUID request = ReceiptRules.requestId(id);
        if (request == null) {
            return Problems.notFound("request");
        }
        if (reason.matches(REASON)) {
            return act.with(request, reason);
        }
        Form wrong = form.with(List.of(new FieldError(field, console.words().say("privacy_wrong_words"))));
        return shown(id, wrong).map(page -> console.invalid(TITLE, page)).orElseGet(() -> Problems.notFound("request"));
    }

    private static <T> T withId(String id, java.util.function.Function<UUID, T> act, T otherwise) {
        UUID request = ReceiptRules.requestId(id);
        return request == null ? otherwise : act.apply(request);
    }

    private Response done(String id, String doneKey) {
        return console.goTo(Page.REQUESTS.path() + "/" + id, doneKey);
    }
}
