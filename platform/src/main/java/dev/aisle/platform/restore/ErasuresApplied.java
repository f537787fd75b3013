package dev.aisle.platform.restore;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only when nobody whom the database has brought back is there any more: at the start. Whom it brings back while the service runs is removed within
 * seconds, and used by nobody meanwhile, for the view of erasures says who it is; reads go on.
 */
@Readiness
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class ErasuresApplied implements HealthCheck {
    private final ReapplyErasures reapplyErasures;

    ErasuresApplied(ReapplyErasures reapplyErasures) {
        this.reapplyErasures = reapplyErasures;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("erasures applied")
                .status(reapplyErasures.isBegun())
                .build();
    }
}
