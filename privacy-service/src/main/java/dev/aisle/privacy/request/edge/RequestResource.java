package dev.aisle.privacy.request.edge;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.request.domain.ReceiptRules;
import dev.aisle.privacy.request.domain.RequestType;
import dev.aisle.privacy.request.edge.RequestViews.AcceptedView;
import dev.aisle.privacy.request.edge.RequestViews.NewRequest;
import dev.aisle.privacy.request.edge.RequestViews.RequestView;
import dev.aisle.privacy.request.usecase.ReadRequest;
import dev.aisle.privacy.request.usecase.RequestErasure;
import dev.aisle.privacy.request.usecase.RequestErasure.Accepted;
import dev.aisle.privacy.request.usecase.RequestErasure.Outcome;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.edge.CallKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes requests of data subjects and shows how far they are. */
@Path("/v1/requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private final RequestErasure requestErasure;
    private final ReadRequest readRequest;

    RequestResource(RequestErasure requestErasure, ReadRequest readRequest) {
        this.requestErasure = requestErasure;
        this.readRequest = readRequest;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response request(
            @HeaderParam(CallKeys.HEADER) @CallKeys.WellFormed @Nullable String idempotencyKey,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") @Valid NewRequest body) {
        if (RequestType.ofWireName(body.type()).isEmpty()) {
            return Problems.unprocessable("unknown-type", "type", "known are " + RequestType.NAMES);
        }
        SubjectReference subject = SubjectReference.of(body.subject());
        return switch (requestErasure.request(subject, CallKeys.of(caller, "POST /v1/requests", idempotencyKey))) {
            case Outcome.Begun begun -> answer(Response.Status.CREATED, begun.request());
            case Outcome.BegunBefore before -> answer(Response.Status.OK, before.request());
            case Outcome.KeyOfAnother another -> CallKeys.keyOfAnother();
        };
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response read(@PathParam("id") String id) {
        UUID requestId = ReceiptRules.requestId(id);
        return Optional.ofNullable(requestId)
                .flatMap(readRequest::read)
                .map(state -> Response.ok(RequestView.of(state)).build())
                .orElseGet(() -> Problems.notFound("request"));
    }

    private static Response answer(Response.Status status, Accepted accepted) {
        return Response.status(status)
                .location(URI.create("/v1/requests/" + accepted.id()))
                .entity(AcceptedView.of(accepted))
                .build();
    }
}
