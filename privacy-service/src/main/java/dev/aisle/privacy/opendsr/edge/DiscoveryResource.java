package dev.aisle.privacy.opendsr.edge;

import dev.aisle.privacy.opendsr.usecase.OpenDsrMessages;
import dev.aisle.privacy.opendsr.usecase.ProcessorIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * What we support and by which certificate we sign: for everybody, since whoever gets a callback must be able to check it (8.8), and
 * nothing here is about anybody.
 */
@Path("/v2")
@RunOnVirtualThread
@PermitAll
public class DiscoveryResource {
    private final OpenDsrAnswers answers;
    private final OpenDsrMessages messages;
    private final ProcessorIdentity identity;

    DiscoveryResource(OpenDsrAnswers answers, OpenDsrMessages messages, ProcessorIdentity identity) {
        this.answers = answers;
        this.messages = messages;
        this.identity = identity;
    }

    @GET
    @Path("/discovery")
    public Response discovery() {
        return identity.isConfigured() ? answers.signed(200, messages.discovery()) : answers.off();
    }

    @GET
    @Path("/certificate")
    public Response certificate() {
        return identity.isConfigured()
                ? Response.ok(identity.certificatePem(), "application/x-pem-file")
                        .build()
                : answers.off();
    }
}
