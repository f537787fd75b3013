package dev.aisle.privacy.rights.breach;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whose data and which fields a compromised service or key touched. */
@Path("/v1/breach-report")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class BreachResource {
    private final ReportBreach reportBreach;

    BreachResource(ReportBreach reportBreach) {
        this.reportBreach = reportBreach;
    }

    @GET
    @RolesAllowed(Role.PRIVACY_OFFICER)
    @Operation(
            summary = "What a breach touched: the fields out of the contract, how many people, by when to notify",
            description =
                    "One of service, pseudonymKey, masterKey, sealingKey; from and to are the time in which somebody could read.")
    public Response report(@BeanParam BreachQuery query, @Context UriInfo address) {
        return switch (BreachReading.of(query)) {
            case BreachReading.Refused refused -> Problems.invalidField(refused.field(), refused.expected());
            case BreachReading.Understood understood ->
                Response.ok(reportBreach.report(
                                understood.breach(),
                                Instant.now(),
                                "/v1/breach-report/subjects?"
                                        + address.getRequestUri().getRawQuery()))
                        .build();
        };
    }

    @GET
    @Path("/subjects")
    @RolesAllowed(Role.PRIVACY_OFFICER)
    @Operation(summary = "The people whom it touched, a thousand at a time; the next ones with after=")
    public Response subjects(@BeanParam BreachQuery query, @QueryParam("after") @DefaultValue("") String after) {
        return switch (BreachReading.of(query)) {
            case BreachReading.Refused refused -> Problems.invalidField(refused.field(), refused.expected());
            case BreachReading.Understood understood ->
                Response.ok(reportBreach.people(understood.breach(), after)).build();
        };
    }
}
