package dev.aisle.privacy.rights.request.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.request.edge.RequestViews.DueView;
import dev.aisle.privacy.rights.request.edge.RequestViews.RequestView;
import dev.aisle.privacy.rights.request.usecase.Deadlines;
import dev.aisle.privacy.rights.request.usecase.ExtendDeadline;
import dev.aisle.privacy.rights.request.usecase.ReadRequest;
import dev.aisle.privacy.rights.request.usecase.RestrictSubject;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an officer sees and does: what is due, an extension, the end of a restriction. */
@Path("/v1/requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("request")
class DeadlineResource {
    private final Deadlines deadlines;
    private final ExtendDeadline extendDeadline;
    private final RestrictSubject restrictSubject;
    private final ReadRequest readRequest;

    DeadlineResource(
            Deadlines deadlines,
            ExtendDeadline extendDeadline,
            RestrictSubject restrictSubject,
            ReadRequest readRequest) {
        this.deadlines = deadlines;
        this.extendDeadline = extendDeadline;
        this.restrictSubject = restrictSubject;
        this.readRequest = readRequest;
    }

    /** Why there must be more time. */
    record Extension(
            @NotNull(message = "is missing")
            @Pattern(regexp = "[^\\p{Cc}]{3,300}", message = "expected 3 to 300 characters of one line")
            String reason) {}

    /** Open requests, the most urgent first. */
    record DueList(List<DueView> requests) {}

    /** What must be answered within so many days; without a number, what is called due. */
    @GET
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public DueList due(@QueryParam("dueWithinDays") @Min(0) @Max(3_650) @Nullable Integer dueWithinDays) {
        Duration within = dueWithinDays == null ? deadlines.notice() : Duration.ofDays(dueWithinDays);
        return new DueList(deadlines.within(within).stream().map(DueView::of).toList());
    }

    @POST
    @Path("/{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public Response extend(@PathParam("id") String id, @NotNull(message = "is missing") @Valid Extension body) {
        UUID requestId = ReceiptRules.requestId(id);
        return switch (requestId == null
                ? ExtendDeadline.Outcome.NO_SUCH_REQUEST
                : extendDeadline.extend(requestId, body.reason())) {
            case EXTENDED -> view(id);
            case NOT_EXTENDABLE ->
                Problems.conflict(
                        "not-extendable",
                        "It was extended before, has ended, is over its deadline, or its regulation allows no"
                                + " extension.");
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        };
    }

    /** The person, or the matter, says that the data may be used again. */
    @DELETE
    @Path("/{id}/restriction")
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response lift(@PathParam("id") String id) {
        UUID requestId = ReceiptRules.requestId(id);
        return switch (requestId == null ? RestrictSubject.Lifting.NO_SUCH_REQUEST : restrictSubject.lift(requestId)) {
            case LIFTED -> view(id);
            case NOT_RESTRICTED -> Problems.conflict("not-restricted", "Nothing is restricted by this request.");
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        };
    }

    private Response view(String id) {
        UUID requestId = ReceiptRules.requestId(id);
        return Optional.ofNullable(requestId)
                .flatMap(readRequest::read)
                .map(state -> Response.ok(RequestView.of(state)).build())
                .orElseGet(() -> Problems.notFound("request"));
    }
}
