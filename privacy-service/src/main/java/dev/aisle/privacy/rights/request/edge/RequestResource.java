package dev.aisle.privacy.rights.request.edge;

import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.request.domain.RequestState;
import dev.aisle.privacy.rights.request.edge.RequestReading.Reading;
import dev.aisle.privacy.rights.request.edge.RequestViews.AcceptedView;
import dev.aisle.privacy.rights.request.edge.RequestViews.RequestView;
import dev.aisle.privacy.rights.request.usecase.CancelRequest;
import dev.aisle.privacy.rights.request.usecase.ReadRequest;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Accepted;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Outcome;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import dev.aisle.privacy.shared.edge.CallKeys;
import dev.aisle.privacy.shared.edge.UnknownAddress;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes requests of data subjects, shows how far they are and takes them back. */
@Path("/v1/requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("request")
class RequestResource {
    private final RequestReading reading;
    private final SubmitRequest submitRequest;
    private final ReadRequest readRequest;
    private final CancelRequest cancelRequest;

    RequestResource(
            RequestReading reading, SubmitRequest submitRequest, ReadRequest readRequest, CancelRequest cancelRequest) {
        this.reading = reading;
        this.submitRequest = submitRequest;
        this.readRequest = readRequest;
        this.cancelRequest = cancelRequest;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response request(
            @HeaderParam(CallKeys.HEADER) @CallKeys.WellFormed @Nullable String idempotencyKey,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") @Valid RequestBody body) {
        return switch (reading.read(body)) {
            case Reading.Refused refused -> refused.answer();
            case Reading.Understood understood ->
                switch (submitRequest.submit(
                        understood.request(), CallKeys.of(caller, "POST /v1/requests", idempotencyKey))) {
                    case Outcome.Begun begun -> answer(Response.Status.CREATED, begun.request());
                    case Outcome.BegunBefore before -> answer(Response.Status.OK, before.request());
                    case Outcome.KeyOfAnother another -> CallKeys.keyOfAnother();
                    case Outcome.UnknownAddress unknown -> UnknownAddress.answer();
                };
        };
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response read(@PathParam("id") String id) {
        return state(id)
                .map(state -> Response.ok(RequestView.of(state)).build())
                .orElseGet(() -> Problems.notFound("request"));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response cancel(@PathParam("id") String id) {
        UUID requestId = ReceiptRules.requestId(id);
        return switch (requestId == null ? CancelRequest.Outcome.NO_SUCH_REQUEST : cancelRequest.cancel(requestId)) {
            case CANCELLED -> read(id);
            case TOO_LATE -> Problems.conflict("begun-already", "It has begun or ended and can't be taken back.");
            case NO_SUCH_REQUEST -> Problems.notFound("request");
        };
    }

    private Optional<RequestState> state(String id) {
        return Optional.ofNullable(ReceiptRules.requestId(id)).flatMap(readRequest::read);
    }

    private Response answer(Response.Status status, Accepted accepted) {
        return Response.status(status)
                .location(URI.create("/v1/requests/" + accepted.id()))
                .entity(AcceptedView.of(accepted, stays(accepted)))
                .build();
    }

    private List<Stay> stays(Accepted accepted) {
        return readRequest.read(accepted.id()).map(RequestState::stays).orElse(List.of());
    }
}
