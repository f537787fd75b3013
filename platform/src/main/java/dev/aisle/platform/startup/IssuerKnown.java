package dev.aisle.platform.startup;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready only when the issuer of tokens has said who it is: before that everybody would be turned away. Once it has, it may be away. Each look
 * asks it again.
 */
@Readiness
@Singleton
class IssuerKnown implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(IssuerKnown.class);

    private final TenantConfigBean tenants;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    IssuerKnown(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    @Override
    public HealthCheckResponse call() {
        TenantConfigContext tenant = tenants.getDefaultTenant();
        boolean known = tenant.ready() || !tenant.oidcConfig().tenantEnabled();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("issuer of tokens known").status(known);
        if (!known) {
            String address = tenant.oidcConfig().authServerUrl().orElse("nowhere");
            answer.withData(address, "does not answer as an issuer");
            ask(tenant, address);
        }
        return answer.build();
    }

    private void ask(TenantConfigContext tenant, String address) {
        if (asking.compareAndSet(false, true)) {
            Cancellable _ = tenant.initialize()
                    .onTermination()
                    .invoke(() -> asking.set(false))
                    .subscribe()
                    .with(_ -> told.set(false), failure -> tell(address, failure));
        }
    }

    /** Once, and again only after it was known in between. */
    private void tell(String address, Throwable failure) {
        if (told.compareAndSet(false, true)) {
            LOG.warnf(
                    "No issuer of tokens answers at %s (quarkus.oidc.auth-server-url): %s. Not ready until it does",
                    address, Reason.of(failure));
        }
    }
}
