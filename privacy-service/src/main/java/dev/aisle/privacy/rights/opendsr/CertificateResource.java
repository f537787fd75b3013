package dev.aisle.privacy.rights.opendsr;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * By which certificate we sign: for everybody, since whoever gets a callback must be able to check it (8.8), and
 * nothing here is about anybody.
 */
@Path("/v2/certificate")
@RunOnVirtualThread
@PermitAll
class CertificateResource {
    private final OpenDsrAnswers answers;
    private final ProcessorIdentity identity;

    CertificateResource(OpenDsrAnswers answers, ProcessorIdentity identity) {
        this.answers = answers;
        this.identity = identity;
    }

    @GET
    public Response certificate() {
        return identity.isConfigured()
                ? Response.ok(identity.certificatePem(), "application/x-pem-file")
                        .build()
                : answers.off();
    }
}
