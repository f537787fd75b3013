package dev.aisle.campaign.experiments.flags.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.flags.edge.OfrepViews.Bulk;
import dev.aisle.campaign.experiments.flags.edge.OfrepViews.Failure;
import dev.aisle.campaign.experiments.flags.edge.OfrepViews.Stream;
import dev.aisle.campaign.experiments.flags.edge.OfrepViews.Success;
import dev.aisle.campaign.experiments.flags.usecase.EvaluateFlag;
import dev.aisle.campaign.experiments.flags.usecase.ExposeFlag;
import dev.aisle.platform.security.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Flags for OpenFeature's clients, by a bearer token with the role storefront or by a client's key.
 *
 * @see <a href="https://github.com/open-feature/protocol">OpenFeature Remote Evaluation Protocol 0.3.0</a>
 */
@Path("/ofrep/v1/evaluate/flags")
@RunOnVirtualThread
@PermitAll
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flags")
class OfrepResource {
    private static final Logger LOG = Logger.getLogger(OfrepResource.class);
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final EvaluateFlag evaluateFlag;
    private final ExposeFlag exposeFlag;
    private final ClientGate gate;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    OfrepResource(
            EvaluateFlag evaluateFlag,
            ExposeFlag exposeFlag,
            ClientGate gate,
            SecurityIdentity identity,
            ObjectMapper json) {
        this.evaluateFlag = evaluateFlag;
        this.exposeFlag = exposeFlag;
        this.gate = gate;
        this.identity = identity;
        this.json = json;
    }

    @POST
    @Path("/{key}")
    @Operation(summary = "Evaluate one flag; what an experiment gave is noted as seen")
    public Response one(
            @PathParam("key") String key, @HeaderParam("X-API-Key") @Nullable String apiKey, @Nullable String body) {
        Response refused = refused(apiKey, body);
        if (refused != null) {
            return refused;
        }
        return switch (OfrepBody.read(body == null ? "" : body, json)) {
            case OfrepBody.Wrong wrong -> failure(400, new Failure(key, wrong.code(), wrong.details()));
            case OfrepBody.Context context ->
                exposeFlag
                        .evaluate(key, context.asker())
                        .map(evaluation -> noStore(Response.ok(Success.of(evaluation))))
                        .orElseGet(() ->
                                failure(404, new Failure(key, "FLAG_NOT_FOUND", "There is no flag of that key.")));
        };
    }

    @POST
    @Operation(
            summary = "Evaluate all flags, for clients that keep them",
            description =
                    "Nothing is noted as seen: send Experiment Viewed for what is shown. The ETag covers the configuration"
                            + " and the whole context.")
    public Response all(
            @HeaderParam("X-API-Key") @Nullable String apiKey,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @Nullable String body)
            throws JsonProcessingException {
        Response refused = refused(apiKey, body);
        if (refused != null) {
            return refused;
        }
        return switch (OfrepBody.read(body == null ? "" : body, json)) {
            case OfrepBody.Wrong wrong -> failure(400, new Failure(null, wrong.code(), wrong.details()));
            case OfrepBody.Context context -> bulk(context, apiKey, known);
        };
    }

    /** The protocol's form of a fault of ours: the log has the cause under the number. */
    @ServerExceptionMapper
    public Response failed(RuntimeException e) {
        if (e instanceof WebApplicationException told) {
            return told.getResponse();
        }
        String incident = UUID.randomUUID().toString();
        LOG.errorf(e, "Unexpected failure, incident %s", incident);
        return noStore(Response.status(500)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of(
                        "errorDetails", "This is our fault. The log explains it under incident " + incident + ".")));
    }

    private Response bulk(OfrepBody.Context context, @Nullable String apiKey, @Nullable String known)
            throws JsonProcessingException {
        EvaluateFlag.All all = evaluateFlag.all(context.asker());
        String text = json.writeValueAsString(new Bulk(
                all.evaluations().stream().map(Success::of).toList(),
                Map.of("revision", all.set().stamp()),
                apiKey == null ? null : List.of(Stream.at("/ofrep/v1/streams/" + apiKey))));
        String tag = ETags.of(context.text(), text);
        return noStore(
                (ETags.matches(known, tag) ? Response.notModified() : Response.ok(text)).header(HttpHeaders.ETAG, tag));
    }

    private @Nullable Response refused(@Nullable String apiKey, @Nullable String body) {
        if (body != null && body.length() > MOST_CHARACTERS) {
            return failure(413, new Failure(null, "GENERAL", "Send at most " + MOST_CHARACTERS + " characters."));
        }
        if (!identity.isAnonymous()) {
            return identity.hasRole(Role.STOREFRONT)
                    ? null
                    : failure(403, new Failure(null, "GENERAL", "The token needs the role storefront."));
        }
        return switch (gate.enter(apiKey)) {
            case LET_IN -> null;
            case UNKNOWN ->
                failure(
                        401,
                        new Failure(
                                null,
                                "GENERAL",
                                "Send Authorization: Bearer with a token, or X-API-Key with a client key."));
            case TOO_OFTEN ->
                Response.fromResponse(failure(429, new Failure(null, "GENERAL", "Too many requests with this key.")))
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
        };
    }

    private static Response failure(int status, Failure failure) {
        return noStore(Response.status(status).type(MediaType.APPLICATION_JSON).entity(failure));
    }

    private static Response noStore(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }
}
