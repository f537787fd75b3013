package dev.aisle.privacy.consent.statements;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says to every browser that Global Privacy Control is honoured here.
 *
 * @see <a href="https://www.w3.org/TR/gpc/#gpc-support-resource">W3C Global Privacy Control, the support resource</a>
 */
@Path("/.well-known/gpc.json")
@Produces(MediaType.APPLICATION_JSON)
class GpcResource {
    private final GpcView view;

    GpcResource(@ConfigProperty(name = "aisle.gpc.last-update") String lastUpdate) {
        this.view = new GpcView(true, lastUpdate);
    }

    /** The document. */
    record GpcView(boolean gpc, String lastUpdate) {}

    @GET
    @PermitAll
    @NonBlocking
    public GpcView support() {
        return view;
    }
}
