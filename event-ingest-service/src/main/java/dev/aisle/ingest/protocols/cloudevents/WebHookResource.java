package dev.aisle.ingest.protocols.cloudevents;

import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.usecase.Caller;
import dev.aisle.ingest.settings.keys.KeyCheck;
import dev.aisle.ingest.settings.keys.WriteKeys;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The handshake by which a sender of web hooks asks whether it is welcome. Whoever asks is, because delivering needs a write
 * key anyway; only one who shows a key that is none of ours isn't. A callback address is never called: nobody makes this
 * service send requests.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md#4-abuse-protection">Web hooks, abuse protection</a>
 */
@Path("/cloudevents{slash:/?}")
class WebHookResource {
    private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String ANY_RATE = "*";

    private final WriteKeys writeKeys;

    WebHookResource(WriteKeys writeKeys) {
        this.writeKeys = writeKeys;
    }

    @OPTIONS
    @PermitAll
    @Operation(summary = "The handshake of web hooks: WebHook-Request-Origin is answered with WebHook-Allowed-Origin")
    @APIResponse(
            responseCode = "200",
            description = "Welcome; without WebHook-Request-Origin only the methods are named")
    @APIResponse(responseCode = "401", description = "The write key in the address is none of ours")
    public Response handshake(@Context HttpServerRequest http) {
        ClientRequest request = new ClientRequest(http, "writeKey");
        Caller caller = request.caller();
        String key = caller.headerKey() == null ? caller.queryKey() : caller.headerKey();
        KeyCheck check = key == null ? null : writeKeys.look(key);
        if (check instanceof KeyCheck.NotYet) {
            return Failures.keysNotKnown();
        }
        if (check instanceof KeyCheck.Unknown) {
            return Failures.of(401, "unauthorized", "This write key is not known.");
        }
        Response.ResponseBuilder answer = Response.ok().header(HttpHeaders.ALLOW, "POST, OPTIONS");
        String origin = request.header("WebHook-Request-Origin");
        return origin == null || origin.isBlank()
                ? answer.build()
                : answer.header("WebHook-Allowed-Origin", origin.strip())
                        .header("WebHook-Allowed-Rate", rate(request.header("WebHook-Request-Rate")))
                        .build();
    }

    /** What is asked for, in requests a minute; too much is told with 429 when it comes. */
    private static String rate(@Nullable String asked) {
        return asked != null && RATE.matcher(asked.strip()).matches() ? asked.strip() : ANY_RATE;
    }
}
