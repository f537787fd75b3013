package dev.aisle.ingest.protocols.browser;

import dev.aisle.ingest.door.edge.ClientRequest;
import dev.aisle.ingest.door.edge.Failures;
import dev.aisle.ingest.door.usecase.Caller;
import dev.aisle.ingest.settings.keys.KeyCheck;
import dev.aisle.ingest.settings.keys.WriteKeys;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What {@code @rudderstack/analytics-js} boots from. A page has no token, so no role is asked for. */
@Path("/sourceConfig{slash:/?}")
@Produces(MediaType.APPLICATION_JSON)
class RudderStackConfigResource {
    private final WriteKeys writeKeys;
    private final String tenant;

    RudderStackConfigResource(WriteKeys writeKeys, @ConfigProperty(name = "aisle.tenant") String tenant) {
        this.writeKeys = writeKeys;
        this.tenant = tenant;
    }

    /** The SDK refuses an answer without {@code id}, {@code config} and {@code destinations}. */
    record SourceConfig(Source source) {
        static SourceConfig of(String name, String tenant) {
            Switch off = new Switch(false);
            return new SourceConfig(
                    new Source(name, name, tenant, true, new Config(new Statistics(off, off)), List.of()));
        }
    }

    record Source(
            String id, String name, String workspaceId, boolean enabled, Config config, List<String> destinations) {}

    record Config(Statistics statsCollection) {}

    record Statistics(Switch errors, Switch metrics) {}

    record Switch(boolean enabled) {}

    @GET
    @PermitAll
    @Operation(summary = "The source of a write key for RudderStack's browser SDK: set its configUrl to this service")
    @APIResponse(
            responseCode = "200",
            description = "No destinations: events go to the data plane, which is this service")
    @APIResponse(responseCode = "401", description = "No write key, or none of ours")
    public Response sourceConfig(@Context HttpServerRequest request) {
        Caller caller = new ClientRequest(request, "writeKey").caller();
        String key = caller.headerKey() == null ? caller.queryKey() : caller.headerKey();
        return switch (writeKeys.look(key == null ? "" : key)) {
            case KeyCheck.Passed passed ->
                Response.ok(SourceConfig.of(passed.name(), tenant))
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=120")
                        .build();
            case KeyCheck.NotYet ignored -> Failures.keysNotKnown();
            default -> Failures.of(401, "unauthorized", "This write key is not known.");
        };
    }
}
