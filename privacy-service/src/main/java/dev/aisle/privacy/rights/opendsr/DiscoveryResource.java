package dev.aisle.privacy.rights.opendsr;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * What we support: for everybody, and about nobody.
 */
@Path("/v2/discovery")
@RunOnVirtualThread
@PermitAll
class DiscoveryResource {
    private final OpenDsrAnswers answers;
    private final OpenDsrMessages messages;
    private final ProcessorIdentity identity;

    DiscoveryResource(OpenDsrAnswers answers, OpenDsrMessages messages, ProcessorIdentity identity) {
        this.answers = answers;
        this.messages = messages;
        this.identity = identity;
    }

    @GET
    public Response discovery() {
        return identity.isConfigured() ? answers.signed(200, messages.discovery()) : answers.off();
    }
}
