package dev.aisle.platform.retention;

import dev.aisle.platform.security.Role;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How long this service keeps rows of persons, and when it last removed those whose time was over. */
@Path("/v1/retention")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class RetentionResource {
    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    /** @param tables in the order of the contract */
    record View(List<Retention.Kept> tables) {}

    @GET
    @RolesAllowed({Role.PRIVACY_OFFICER, Role.OPERATOR, Role.AUDITOR})
    public View report() {
        return new View(retention.report());
    }
}
